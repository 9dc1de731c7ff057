import ReportSearch

/// Formats counts by year as text: one row for each year, with numbers and a bar.
package struct YearTable: Sendable {
  private let language: Language
  private let width: Int
  private let year: CountAxis.Year
  private var axis: CountAxis { .year(year) }

  /// Creates the format.
  ///
  /// - Parameter width: The width of the terminal in cells.
  package init(by year: CountAxis.Year, language: Language, width: Int = 80) {
    self.year = year
    self.language = language
    self.width = width
  }

  /// Returns the table of one query: its totals, its rows, and a note about which columns add up.
  package func text(of answer: CountPanel.Answer) -> String {
    let table = answer.table
    let totals =
      TextFormat(language: language, markup: .plain)
      .numbers(table.totals, of: answer.query.query) + "\n"
    guard table.totals.paragraphs > 0 else { return totals }
    let names =
      [
        language.choose("年份", "year"), language.choose("处", "matches"),
        language.choose("段", "paragraphs"), language.choose("报告", "reports"),
        language.choose("报告总数", "all reports"), language.choose("每十万字", "per 100,000"),
      ] + (hasCopies(table) ? [language.choose("雷同计一次", "no duplicates")] : [])
    let (shown, hidden) = rows(of: table)
    let lines = shown.map { cells($0, in: table) }
    let columns = TextColumns([names] + lines)
    let counts = shown.map { $0.place.map { table[$0, 0].found.matches } ?? 0 }
    let most = counts.max() ?? 0
    let room = max(10, width - columns.width - 3)
    var text = totals + "\n" + columns.line(names) + "\n"
    for (count, cells) in zip(counts, lines) {
      let length = most == 0 ? 0 : (count * room + most - 1) / most
      text +=
        columns.line(cells)
        + (length == 0 ? "" : "  " + String(repeating: "█", count: length)) + "\n"
    }
    return text + "\n" + note + (hidden == 0 ? "" : note(onHidden: hidden)) + "\n"
  }

  /// A row: its label, and the index of its row in the table of counts. The index is `nil` for
  /// years without texts, several of which may share one row.
  private typealias Row = (label: String, place: Int?)

  /// Returns the rows with a match and the years around and between them, and the number of other
  /// rows, which have no match.
  private func rows(of table: CountTable) -> (shown: [Row], hidden: Int) {
    let range = ChartYears([table]).range
    let places = Dictionary(uniqueKeysWithValues: zip(table.rows, table.rows.indices))
    var (rows, hidden, gap): ([Row], Int, [String]) = ([], 0, [])
    func endGap() {
      guard let first = gap.first else { return }
      rows.append((gap.count == 1 ? first : "\(first)…\(gap.last!)", nil))
      gap = []
    }
    for value in axis.filled(table.rows) {
      let isNear = CountAxis.year(of: value).map { range?.contains($0) ?? false } ?? false
      guard let place = places[value] else {
        if isNear { gap.append(value.value) }
        continue
      }
      guard isNear || table[place, 0].found.paragraphs > 0 else {
        hidden += 1
        continue
      }
      if isNear { endGap() }
      rows.append((axis.label(of: value, in: language), place))
    }
    endGap()
    return (rows, hidden)
  }

  private func cells(_ row: Row, in table: CountTable) -> [String] {
    guard let place = row.place else {
      return [row.label, "—", "—", "—", "0", "—"] + (hasCopies(table) ? ["—"] : [])
    }
    let cell = table[place, 0]
    let measures: [CountMeasure] = [.matches, .paragraphs, .reports]
    return [row.label] + measures.map { $0.text(of: cell) }
      + ["\(cell.texts.reports)", CountMeasure.per100000Characters.text(of: cell)]
      + (hasCopies(table) ? [CountMeasure.matches.text(of: cell.withoutCopies)] : [])
  }

  /// Returns true if the texts contain near-duplicates.
  private func hasCopies(_ table: CountTable) -> Bool {
    table.all.texts != table.all.textsWithoutCopies
  }

  private var note: String {
    switch year {
    case .mention:
      language.choose(
        "每处匹配按其所述年份计一次，各行的处数之和等于总数；一段或一份报告可能涉及多个年份，段数和报告数不能相加。",
        "Each match is counted once, under the year or years it refers to, so matches add "
          + "up to the total. A paragraph or report may refer to several years, so those "
          + "columns do not.")
    case .report:
      language.choose(
        "按报告年份统计，各列之和等于总数。", "Counted by report year; every column adds up to the total.")
    }
  }

  private func note(onHidden count: Int) -> String {
    language.choose(
      "另有 \(count) 行有正文但无匹配，未列出（--format csv 可全部列出）。",
      " Not shown: \(count) rows with text but no match; --format csv lists them.")
  }
}
