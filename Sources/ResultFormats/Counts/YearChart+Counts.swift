package import ReportSearch

extension YearChart {
  /// The reason why counts cannot be drawn.
  package enum Failure: Error, Hashable, Sendable {
    /// The rows are not years.
    case notByYear
    /// There are more series than distinct styles; the value is their number.
    case tooManySeries(Int)
  }

  /// Creates a chart of counts by year, with one series for each query and each value of the
  /// columns.
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
    let range = ChartYears(panel.answers.map(\.table)).drawn
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
        ? language.choose("所述年份", "year mentioned")
        : language.choose("报告年份", "report year"),
      missingLabel: Self.missingLabel(in: language), series: series,
      caption: panel.answers.map { Self.caption(of: $0, drawing: range, in: language) })
  }

  /// Creates a bar chart of the matches of one query by the years attributed to them.
  ///
  /// - Parameters:
  ///   - counts: The counts by ``Facet/mentionYear``.
  ///   - texts: The single years that have texts. Other years without a match are shown as missing.
  package init(mentionYears counts: [FacetCount], texts: Set<Int>, language: Language) {
    var (values, all) = ([Int: Int](), [Int: Int]())
    for count in counts {
      guard let year = CountAxis.year(of: count.value) else { continue }
      values[year] = count.matches
      all[year] = count.matches + count.looseMatches
    }
    let years = ChartYears(matches: all, texts: texts.union(all.keys))
    let drawn = (years.drawn.map(Array.init) ?? []).filter { texts.contains($0) || all[$0] != nil }
    let shown = drawn.reduce(0) { $0 + (values[$1] ?? 0) }
    let single = values.values.reduce(0, +)
    let loose = counts.reduce(0) { $0 + $1.looseMatches }
    self.init(
      title: "", valueLabel: CountMeasure.matches.label(in: language),
      yearLabel: language.choose("所述年份", "year mentioned"),
      missingLabel: Self.missingLabel(in: language),
      series: [
        Series(
          name: "",
          values: Dictionary(uniqueKeysWithValues: drawn.map { ($0, Double(values[$0] ?? 0)) }))
      ],
      caption: [
        Self.sentence(
          Self.leftOut(
            elsewhere: counts.reduce(0) { $0 + $1.matches } - single, outside: single - shown,
            of: years.drawn, loose: loose, in: language), in: language)
      ].compactMap(\.self))
  }

  private static func missingLabel(in language: Language) -> String {
    language.choose("没有该年的正文", "no text for this year")
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

  /// Returns the totals of a query, the size of the texts searched, and the number of matches that
  /// the chart does not show.
  private static func caption(
    of answer: CountPanel.Answer, drawing range: ClosedRange<Int>?, in language: Language
  ) -> String {
    let table = answer.table
    let numbers = TextFormat(language: language, markup: .plain)
      .numbers(table.totals, of: answer.query.query)
    let texts = language.choose(
      "；检索范围 \(table.all.texts.reports) 份报告、\(table.all.texts.characters) 字",
      "; searched: \(table.all.texts.reports) reports with \(table.all.texts.characters) characters"
    )
    let (elsewhere, outside) = table.rows.indices.reduce((0, 0)) { sums, row in
      let matches = table.columns.indices.reduce(0) { $0 + table[row, $1].found.matches }
      guard let year = CountAxis.year(of: table.rows[row]) else {
        return (sums.0 + matches, sums.1)
      }
      return (sums.0, sums.1 + (range?.contains(year) == true ? 0 : matches))
    }
    let parts = leftOut(elsewhere: elsewhere, outside: outside, of: range, loose: 0, in: language)
    return ([numbers + texts] + parts).joined(separator: language.choose("；", "; "))
  }

  /// Returns the numbers of matches that a chart does not show, one clause for each reason.
  private static func leftOut(
    elsewhere: Int, outside: Int, of range: ClosedRange<Int>?, loose: Int, in language: Language
  ) -> [String] {
    var parts: [String] = []
    if elsewhere > 0 {
      parts.append(
        language.choose(
          "其中 \(elsewhere) 处涉及多个年份或学年，或年份已隐去、不详，未画入图中",
          "\(elsewhere) of the matches refer to several years or to an unknown year and are not shown"
        ))
    }
    if outside > 0, let range {
      let years = "\(range.lowerBound)–\(range.upperBound)"
      parts.append(
        language.choose(
          "另有 \(outside) 处的年份在 \(years) 之外，相距过远，未画入图中",
          "\(outside) of the matches refer to years outside \(years) and are not shown"))
    }
    if loose > 0 {
      parts.append(
        language.choose(
          "中间有标点的 \(loose) 处未画入图中",
          "\(loose) more matches with punctuation inside are not shown"))
    }
    return parts
  }

  private static func sentence(_ parts: [String], in language: Language) -> String? {
    parts.isEmpty
      ? nil : parts.joined(separator: language.choose("；", "; ")) + language.choose("。", ".")
  }
}
