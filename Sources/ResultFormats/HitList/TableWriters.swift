import ReportSearch

/// Writes hits as comma- or tab-separated values.
struct DelimitedHitList: HitListWriter {
  private var rows: HitRows
  private let line: ([Cell]) -> String
  private let write: (String) throws -> Void

  init(_ options: HitListOptions, write: @escaping (String) throws -> Void) {
    rows = HitRows(options)
    let csv = CSVFormat(keepsFormulas: options.keepsFormulas)
    let tsv = TSVFormat(keepsFormulas: options.keepsFormulas)
    line = options.format == .tsv ? { tsv.line($0) } : { csv.line($0) }
    self.write = write
  }

  mutating func begin() throws { try write(line(rows.columns.map { .text($0.name) })) }

  mutating func begin(_ query: HitList.TypedQuery, _ totals: SearchResult.Totals) {
    rows.query = query.name
  }

  mutating func add(_ hit: Hit) throws {
    for cells in rows.cells(of: hit) { try write(line(cells)) }
  }
}

/// Writes hits as JSON: one object on each line, or a single object that contains all hits.
struct JSONHitList: HitListWriter {
  private var rows: HitRows
  private let isOneObject: Bool
  private var isFirst = true
  private let json = JSONFormat()
  private let write: (String) throws -> Void

  init(_ options: HitListOptions, write: @escaping (String) throws -> Void) {
    rows = HitRows(options)
    isOneObject = options.format == .json
    self.write = write
  }

  mutating func begin() throws {
    if isOneObject { try write("{\"hits\":[\n") }
  }

  mutating func begin(_ query: HitList.TypedQuery, _ totals: SearchResult.Totals) {
    rows.query = query.name
  }

  mutating func add(_ hit: Hit) throws {
    for row in rows.rows(of: hit) {
      let line = json.line(row.record(rows.columns))
      try write(isOneObject ? (isFirst ? "" : ",\n") + line : line + "\n")
      isFirst = false
    }
  }

  mutating func end(_ answers: [HitList.Answer]) throws {
    guard isOneObject else { return }
    let queries = answers.map { json.line($0.record) }.joined(separator: ",")
    try write("\n],\"queries\":[\(queries)],\"schema\":\(SearchAnswer.schema)}\n")
  }
}

/// Writes hits as an XLSX file.
struct WorkbookHitList: HitListWriter {
  private var rows: HitRows
  private let workbook: Workbook
  private let path: String
  private let isByMatch: Bool
  private let limit: Int?
  private var rowCount = 1

  init(_ options: HitListOptions, path: String) throws {
    rows = HitRows(options)
    self.path = path
    isByMatch = options.row == .match
    limit = options.limit
    workbook = try Workbook(path: path, sheetName: "hits", columns: rows.columns.map(\.name))
  }

  /// Throws a ``HitListError`` if the rows exceed the limit of a sheet, before any row of the query
  /// is written. With a limit the number of rows is not known in advance; `Workbook` then checks
  /// each row.
  mutating func begin(_ query: HitList.TypedQuery, _ totals: SearchResult.Totals) throws {
    rows.query = query.name
    guard limit == nil else { return }
    rowCount += isByMatch ? totals.matches + totals.looseMatches : totals.paragraphs
    guard rowCount <= Workbook.rowLimit else {
      throw HitListError(path: path, .tooManyRows(rowCount))
    }
  }

  mutating func add(_ hit: Hit) throws {
    for cells in rows.cells(of: hit) { try workbook.add(cells) }
  }

  /// The number of rows written, without the header.
  var rowsWritten: Int { workbook.rowCount - 1 }

  func commit(provenance: Record) throws { try workbook.commit(provenance: provenance) }
}
