/// Converts a table into documents.
///
/// If the first row names a text column, each other row is a report. Any other table is one
/// document:
///
/// | First row              | Other rows           | Documents                                    |
/// |------------------------|----------------------|----------------------------------------------|
/// | `标题`, `年份`, `正文` | `某县总结`, `2011`, … | one for each row, with its title and its year |
/// | `学校`, `学生`         | `一小`, `1200`       | one of all rows                              |
enum TableDocuments {
  /// Returns the documents of a table; none if the table is blank.
  ///
  /// - Parameters:
  ///   - rows: The rows. Blank rows are skipped.
  ///   - name: The name of the table if the file contains several; otherwise `nil`.
  static func documents(of rows: [TableRow], named name: String? = nil) -> [SourceDocument] {
    let lines = rows.compactMap { $0.line(of: $0.cells) }
    guard let first = lines.first else { return [] }
    if lines.count > 1, let header = rows.first(where: { $0.number == first.number }),
      let columns = TableColumns(header: header.cells)
    {
      let others = rows.filter { $0.number > header.number }
      var documents =
        columns.isVague && !holdTexts(others, in: columns.text)
        ? [] : others.compactMap { document(of: $0, columns) }
      if !documents.isEmpty, let names = header.line(of: header.cells, chrome: .surroundings) {
        documents[0].lines.insert(names, at: 0)
        return documents
      }
    }
    return [SourceDocument(lines: lines, title: name)]
  }

  /// Returns true if the cells of a column have a mean length of at least 30 scalars, as texts
  /// have.
  private static func holdTexts(_ rows: [TableRow], in column: Int) -> Bool {
    let texts = rows.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
    let count = texts.reduce(0) { $0 + $1.unicodeScalars.count }
    return count >= 30 * texts.count
  }

  private static func document(of row: TableRow, _ columns: TableColumns) -> SourceDocument? {
    var metadata = ReportMetadata()
    var taken: Set = [columns.text]
    for (fact, column) in columns.facts where row.cells.indices.contains(column) {
      if metadata.take(fact, from: row.cells[column]) { taken.insert(column) }
    }
    var lines: [SourceLine] = []
    if row.cells.indices.contains(columns.text) {
      lines = PlainTextReader.lines(of: row.cells[columns.text]).map {
        SourceLine(number: row.number, text: $0.text)
      }
    }
    // If a row has no text, its metadata cells are kept as the text.
    if lines.isEmpty { taken = [] }
    let others = row.cells.indices.filter { !taken.contains($0) }.map { row.cells[$0] }
    if let rest = row.line(of: others.filter { !TableRow.onOneLine($0).isEmpty }) {
      lines.append(rest)
    }
    guard !lines.isEmpty else { return nil }
    return SourceDocument(lines: lines, title: metadata.title, metadata: metadata)
  }
}
