import ReportSearch

/// Formats counts by two dimensions as text, with one number for each cell.
package struct WideTable: Sendable {
  private let language: Language
  private let measure: CountMeasure

  /// Creates the format.
  package init(_ measure: CountMeasure, language: Language) {
    self.measure = measure
    self.language = language
  }

  /// Returns one table for each query, or a single table if the queries are the rows or columns.
  package func text(of panel: CountPanel) -> String {
    let totals = panel.answers.map { answer in
      TextFormat(language: language, markup: .plain)
        .numbers(answer.table.totals, of: answer.query.query) + "\n"
    }
    if panel.rows == .query || panel.columns == .query {
      return totals.joined() + "\n" + grid(ofQueriesIn: panel) + "\n" + note + "\n"
    }
    return zip(panel.answers, totals).map { answer, totals in
      guard answer.table.totals.paragraphs > 0 else { return totals }
      return totals + "\n" + grid(of: answer.table, in: panel) + "\n" + note + "\n"
    }.joined(separator: "\n")
  }

  private func grid(of table: CountTable, in panel: CountPanel) -> String {
    let grid = CountGrid(table, of: panel, measure, language: language)
    let rows = zip(grid.rows, grid.cells).map { row, cells in [row.label] + cells.map(\.text) }
    return lines([[""] + grid.columns.map(\.label)] + rows)
  }

  private func grid(ofQueriesIn panel: CountPanel) -> String {
    let axis = panel.axes[0]
    let values = axis.filled(Set(panel.answers.flatMap(\.table.rows)))
    let places = panel.answers.map { CellPlaces($0.table) }
    let names = panel.answers.map(\.query.name)
    func text(_ query: Int, _ value: FacetValue) -> String {
      measure.text(of: places[query][value, panel.answers[query].table.columns[0]])
    }
    if panel.columns == .query {
      let rows = values.map { value in
        [axis.label(of: value, in: language)] + names.indices.map { text($0, value) }
      }
      return lines([[""] + names] + rows)
    }
    let rows = names.indices.map { query in [names[query]] + values.map { text(query, $0) } }
    return lines([[""] + values.map { axis.label(of: $0, in: language) }] + rows)
  }

  private func lines(_ lines: [[String]]) -> String {
    let columns = TextColumns(lines)
    return lines.map { columns.line($0) + "\n" }.joined()
  }

  private var note: String {
    let what = measure.label(in: language)
    return language.choose(
      "各格为\(what)；0 表示有正文但无匹配，— 表示没有正文。",
      "Cells show \(what); 0 means text without a match, — means no text.")
  }
}
