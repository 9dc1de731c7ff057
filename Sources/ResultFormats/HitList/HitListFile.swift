package import Foundation
package import ReportSearch

/// Writes a hit list to a file, with what tells how it was made beside it.
///
/// `hits.csv` gets `hits.csv.provenance.json`. Both appear when they are complete; what stood there before
/// stays until then.
package struct HitListFile {
  /// What was written.
  package struct Summary: Sendable {
    /// The queries and the numbers of what they found.
    package let answers: [HitList.Answer]
    /// The paths of the files.
    package let paths: [String]
    /// The number of rows of a table; of reports or paragraphs in other formats.
    package let rows: Int
    /// For Stata's format, the line by which R reads the table.
    package let readingLine: String?
  }

  private let path: String
  private let options: HitListOptions

  /// Prepares a file.
  ///
  /// - Parameter path: Where it goes; for Stata's format the name of the table or of the script.
  package init(path: String, _ options: HitListOptions) {
    self.path = path
    self.options = options
  }

  /// Writes the list.
  ///
  /// - Parameters:
  ///   - language: What texts for people are written in.
  ///   - date: When the list is made.
  ///   - progress: Told after each paragraph; what it throws ends the list, and nothing is written.
  /// - Throws: A ``HitListError`` or an `IndexError`.
  package func write(
    _ queries: [HitList.TypedQuery], from index: Searcher, _ provenance: Provenance,
    in language: Language = .chinese, date: Date,
    progress: (HitList.Progress) throws -> Void = { _ in }
  ) throws -> Summary {
    let list = HitList(options, rejecting: provenance.rejected)
    let tablePath = tablePath
    func describe(_ answers: [HitList.Answer]) throws {
      let file = try AtomicFile(path: tablePath + ".provenance.json")
      let record = provenance.record(of: answers, options.record, date: date)
      try file.write(JSONFormat().line(record) + "\n")
      try file.commit()
    }
    if options.format == .xlsx {
      var writer = try WorkbookHitList(options, path: path)
      let answers = try list.fill(&writer, queries, from: index, progress)
      try writer.commit(provenance: provenance.record(of: answers, options.record, date: nil))
      try describe(answers)
      return Summary(
        answers: answers, paths: [path], rows: writer.rowsWritten, readingLine: nil)
    }
    let file = try AtomicFile(path: tablePath)
    let encoder = options.encoding == .gb18030 ? try GB18030Encoder(path: path) : nil
    // Excel takes a CSV file without this mark for one in the system's old encoding; Stata takes the mark
    // for a part of the first name.
    if options.format == .csv, encoder == nil { try file.write("\u{FEFF}") }
    var pieces = 0
    let answers = try list.write(queries, from: index, in: language, progress: progress) { text in
      pieces += 1
      if let encoder { try file.write(try encoder.bytes(of: text)) } else { try file.write(text) }
    }
    var paths = [tablePath]
    var readingLine: String?
    if options.format == .stata {
      let script = StataScript(
        tableName: URL(fileURLWithPath: tablePath).lastPathComponent, options)
      let file = try AtomicFile(path: scriptPath)
      try file.write(script.text)
      try file.commit()
      paths.append(scriptPath)
      readingLine = script.readingLine
    }
    try file.commit()
    try describe(answers)
    return Summary(
      answers: answers, paths: paths, rows: rowCount(pieces, queries.count),
      readingLine: readingLine)
  }

  /// What stands around the rows is written in pieces of its own.
  private func rowCount(_ pieces: Int, _ queries: Int) -> Int {
    switch options.format {
    case .csv, .tsv, .stata: pieces - 1
    case .json: pieces - 2
    case .jsonl, .bibtex, .ris, .xlsx: pieces
    case .markdown: pieces - 1 - queries
    case .html: pieces - 2 - queries
    }
  }

  private var stem: String {
    let lower = path.lowercased()
    return lower.hasSuffix(".do")
      ? String(path.dropLast(3))
      : lower.hasSuffix(".csv") ? String(path.dropLast(4)) : path
  }

  private var tablePath: String { options.format == .stata ? stem + ".csv" : path }
  private var scriptPath: String { stem + ".do" }
}
