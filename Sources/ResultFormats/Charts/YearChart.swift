/// Numbers by year as a picture: bars for one series, lines for several.
///
/// ```swift
/// let chart = YearChart(
///   title: "控辍保学", valueLabel: "处", yearLabel: "年份", missingLabel: "没有报告",
///   series: [YearChart.Series(name: "控辍保学", values: [2011: 4, 2012: 0, 2014: 2])], caption: [])
/// let svg = chart.svg()  // 2012 is zero, 2013 is missing
/// ```
package struct YearChart: Hashable, Sendable {
  /// The numbers of one query, region or kind.
  package struct Series: Hashable, Sendable {
    /// What the legend calls it.
    package let name: String
    /// The numbers by year, none negative. A year without one is missing, which is not zero.
    package let values: [Int: Double]

    /// Creates a series.
    package init(name: String, values: [Int: Double]) {
      self.name = name
      self.values = values
    }
  }

  /// The most series that colours, dashes and marks can tell apart.
  package static let seriesLimit = SeriesStyle.all.count

  /// The line above the chart.
  package let title: String
  /// What the numbers count, beside their axis.
  package let valueLabel: String
  /// What stands below the years.
  package let yearLabel: String
  /// What the legend calls years of which no series has a number.
  package let missingLabel: String
  /// The series, ``seriesLimit`` at most.
  package let series: [Series]
  /// The lines below the chart: what was counted, and what the picture leaves out.
  package let caption: [String]

  /// Creates a chart.
  ///
  /// - Precondition: There are ``seriesLimit`` series at most.
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

  /// The years from the first to the last that have a number; `nil` if none has.
  package var years: ClosedRange<Int>? {
    let years = series.flatMap(\.values.keys)
    guard let first = years.min(), let last = years.max() else { return nil }
    return first...last
  }

  /// The years of ``years`` of which no series has a number.
  var missingYears: [Int] {
    (years.map(Array.init) ?? []).filter { year in
      series.allSatisfy { $0.values[year] == nil }
    }
  }

  /// Returns the chart as a picture, the same bytes for the same chart.
  ///
  /// Colours are those of Okabe and Ito, which people with any kind of colour vision tell apart; lines
  /// differ in dashes and marks as well, so that a copy in grey can be read.
  package func svg() -> String {
    #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
      + YearChartDrawing(self).picture(role: "img") { _, _ in nil }.xml()
  }

  /// Returns the chart as a part of a page: a group of links. Its classes `ground`, `ink`, `grid`, `shade` and
  /// `black` name what a page in other colours must draw in its own.
  ///
  /// - Parameter link: An address for the number of a series, by its place, in a year.
  package func fragment(link: (_ series: Int, _ year: Int) -> String?) -> String {
    YearChartDrawing(self).picture(role: "group", link: link).xml()
  }
}
