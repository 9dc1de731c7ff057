import TextAnalysis

/// A table of metadata about reports, for example one that a scraper wrote next to its files.
///
/// | path         | url            | title          | year | region | issuer   | date       |
/// |--------------|----------------|----------------|------|--------|----------|------------|
/// | `a/001.html` | `http://…/001` | `某县工作总结` | 2011 | 某县   | 某县教育局 | 2012-01-08 |
///
/// The columns may come in any order, and all but `path` are optional. Three more columns are
/// recognized: `type` is the document type, `part` the number of the report in its file, and
/// `sha256` the digest of the file's content. Blank cells are ignored.
public struct MetadataTable: Sendable {
  /// The reason why a table was rejected.
  public enum Failure: Error, Hashable, Sendable {
    /// The bytes are not text.
    case notText
    /// No column is named `path`.
    case withoutPaths
    /// A cell has no valid value for its column. Rows count from 1, and the header is row 1.
    case invalid(row: Int, column: String, text: String)
  }

  /// The rows that contain metadata.
  public private(set) var rows: [ToldFact] = []

  /// Parses a table of comma-separated or tab-separated values.
  public init(_ bytes: [UInt8]) throws(Failure) {
    let decoded = bytes.withUnsafeBytes { try? TextDecoder.decode($0) }
    guard let decoded else { throw .notText }
    let table = DelimitedTextReader.rows(of: decoded.text, format: .csv)
    guard let header = table.first else { throw .withoutPaths }
    let names = header.cells.map { FoldedText($0).string }
    guard let pathColumn = names.firstIndex(where: { Self.pathNames.contains($0) }) else {
      throw .withoutPaths
    }
    let facts = TableColumns.facts(in: header.cells, besides: pathColumn)
    let partColumn = names.firstIndex { Self.partNames.contains($0) }
    let digestColumn = names.firstIndex(of: "sha256")
    for row in table.dropFirst() {
      func cell(_ column: Int) -> String {
        row.cells.indices.contains(column) ? TableRow.onOneLine(row.cells[column]) : ""
      }
      guard !cell(pathColumn).isEmpty else { continue }
      var metadata = ReportMetadata()
      for (fact, column) in facts where !metadata.take(fact, from: cell(column)) {
        throw .invalid(row: row.number, column: header.cells[column], text: cell(column))
      }
      let part = partColumn.map(cell) ?? ""
      if !part.isEmpty, Int(part).map({ $0 < 1 }) ?? true {
        throw .invalid(row: row.number, column: header.cells[partColumn!], text: part)
      }
      let digest = digestColumn.map(cell) ?? ""
      if !digest.isEmpty, Digest(hexadecimal: digest) == nil {
        throw .invalid(row: row.number, column: header.cells[digestColumn!], text: digest)
      }
      if metadata != ReportMetadata() {
        rows.append(
          ToldFact(
            path: cell(pathColumn), part: Int(part), digest: Digest(hexadecimal: digest),
            metadata: metadata))
      }
    }
  }

  private static let pathNames: Set = ["path", "file", "filename", "路径", "文件", "文件名"]
  private static let partNames: Set = ["part", "第几份", "份"]
}
