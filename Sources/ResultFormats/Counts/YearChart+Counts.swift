import ReportSearch

extension YearChart {
  /// Why counts cannot be drawn.
  package enum Failure: Error, Hashable, Sendable {
    /// Its rows are not years.
    case notByYear
    /// There are more series than a reader can tell apart.
    case tooManySeries(Int)
  }

  /// Draws counts by year: a series for each query and each value of the columns.
  ///
  /// - Throws: A ``Failure``.
  package init(
    _ panel: CountPanel, _ measure: CountMeasure, language: Language
  ) throws(Failure) {
    guard let year = CountAxis.Year(panel.axes[0].facet), panel.rows != .query else {
      throw Failure.notByYear
    }
    let several = panel.answers.count > 1
    let columnAxis = panel.axes.count > 1 ? panel.axes[1] : nil
    let count = panel.answers.reduce(0) { $0 + $1.table.columns.count }
    guard count <= Self.seriesLimit else { throw Failure.tooManySeries(count) }
    let range = ChartYears(panel.answers.map(\.table)).range
    let series = panel.answers.flatMap { answer in
      answer.table.columns.enumerated().map { column, value in
        let label = columnAxis?.label(of: value, in: language)
        let names =
          (several || label == nil ? [answer.query.name] : []) + (label.map { [$0] } ?? [])
        return Series(
          name: names.joined(separator: " · "),
          values: Self.values(of: answer.table, column, measure, in: range))
      }
    }
    let queries = panel.answers.map(\.query.name).joined(separator: language.choose("、", ", "))
    self.init(
      title: queries + language.choose("：", ": ") + measure.title(in: language),
      valueLabel: measure.label(in: language),
      yearLabel: year == .mention
        ? language.choose("所说的年份", "year spoken of")
        : language.choose("报告的年份", "year of the report"),
      missingLabel: language.choose("没有这一年的文字", "no text of that year"), series: series,
      caption: panel.answers.map { Self.caption(of: $0, in: language) })
  }

  private static func values(
    of table: CountTable, _ column: Int, _ measure: CountMeasure, in range: ClosedRange<Int>?
  ) -> [Int: Double] {
    var values: [Int: Double] = [:]
    for (row, value) in table.rows.enumerated() {
      guard let year = CountAxis.year(of: value), range?.contains(year) == true else { continue }
      values[year] = measure.value(of: table[row, column])
    }
    return values
  }

  /// What a query found, among how much text, and how much of it stands in no single year.
  private static func caption(of answer: CountPanel.Answer, in language: Language) -> String {
    let table = answer.table
    let numbers = TextFormat(language: language, markup: .plain)
      .numbers(table.totals, of: answer.query.query)
    let texts = language.choose(
      "；共有 \(table.all.texts.reports) 份报告、\(table.all.texts.characters) 字",
      "; of \(table.all.texts.reports) reports with \(table.all.texts.characters) characters")
    let elsewhere = table.rows.indices.reduce(0) { sum, row in
      guard CountAxis.year(of: table.rows[row]) == nil else { return sum }
      return sum + table.columns.indices.reduce(0) { $0 + table[row, $1].found.matches }
    }
    let outside =
      elsewhere == 0
      ? ""
      : language.choose(
        "；其中 \(elsewhere) 处说的是几年、学年，或年份隐去、不详，不在图中",
        "; \(elsewhere) of the matches speak of several years or of none that is known, and are not shown"
      )
    return numbers + texts + outside
  }
}
