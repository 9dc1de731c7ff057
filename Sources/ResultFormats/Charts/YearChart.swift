/// A chart of values by year: bars for one series, lines for several.
///
/// ```swift
/// let chart = YearChart(
///   title: "控辍保学", valueLabel: "处", yearLabel: "年份", missingLabel: "没有报告",
///   series: [YearChart.Series(name: "控辍保学", values: [2011: 4, 2012: 0, 2014: 2])], caption: [])
/// let svg = chart.svg()  // 2012 is zero, 2013 is missing
/// ```
package struct YearChart: Hashable, Sendable {
  /// The values of one query, region or kind.
  package struct Series: Hashable, Sendable {
    /// The name in the legend.
    package let name: String
    /// The values by year, none negative. A year without a value is missing, which is not the same
    /// as zero.
    package let values: [Int: Double]

    /// Creates a series.
    package init(name: String, values: [Int: Double]) {
      self.name = name
      self.values = values
    }
  }

  /// The maximum number of series, which is the number of distinct styles.
  package static let seriesLimit = SeriesStyle.all.count

  /// The line above the chart.
  package let title: String
  /// The label of the value axis.
  package let valueLabel: String
  /// The label of the year axis.
  package let yearLabel: String
  /// The legend's label for years for which no series has a value.
  package let missingLabel: String
  /// The series, at most ``seriesLimit``.
  package let series: [Series]
  /// The lines below the chart, which describe what was counted and what the chart omits.
  package let caption: [String]

  /// Creates a chart.
  ///
  /// - Precondition: There are at most ``seriesLimit`` series.
  package init(
    title: String, valueLabel: String, yearLabel: String, missingLabel: String, series: [Series],
    caption: [String]
  ) {
    precondition(series.count <= Self.seriesLimit, "more series than can be told apart")
    self.title = title
    self.valueLabel = valueLabel
    self.yearLabel = yearLabel
    self.missingLabel = missingLabel
    self.series = series
    self.caption = caption
  }

  /// The range from the first to the last year with a value; `nil` if no year has one.
  package var years: ClosedRange<Int>? {
    let years = series.flatMap(\.values.keys)
    guard let first = years.min(), let last = years.max() else { return nil }
    return first...last
  }

  /// The years within ``years`` for which no series has a value.
  var missingYears: [Int] {
    (years.map(Array.init) ?? []).filter { year in
      series.allSatisfy { $0.values[year] == nil }
    }
  }

  /// Returns the chart as an SVG document. Equal charts give equal bytes.
  ///
  /// The colours are those of Okabe and Ito, which people with any kind of colour vision can
  /// distinguish. Series also differ in dashes and markers, so a greyscale copy stays readable.
  package func svg() -> String {
    #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
      + YearChartDrawing(self).picture(role: "img") { _, _ in nil }.xml()
  }

  /// Returns the chart as an SVG fragment for an HTML page, with a link at each value.
  ///
  /// The elements of the classes `ground`, `ink`, `grid`, `shade` and `black` have fixed colours
  /// for a light background. A page with another background must recolour them.
  ///
  /// - Parameter link: Returns the address for the value of a series, by its index, in a year;
  ///   `nil` for none.
  package func fragment(link: (_ series: Int, _ year: Int) -> String?) -> String {
    YearChartDrawing(self).picture(role: "group", link: link).xml()
  }
}
