import ReportSearch
import ResultFormats

/// The bar chart of matches by mentioned year, shown above the hits. Each bar is a link.
struct YearChartView {
  let state: SearchState
  let language: Language
  /// The counts by mentioned year, without the year filter.
  let counts: [FacetCount]
  /// The single years with text, without the year filter.
  let texts: Set<Int>

  /// The chart; `nil` if it would show fewer than two years.
  var fragment: String? {
    let chart = YearChart(mentionYears: counts, texts: texts, language: language)
    guard chart.hasSeveralYears else { return nil }
    return chart.fragment { _, year in
      chart.series[0].values[year] == 0
        ? nil : state.changed { $0.chosen[.mentionYear] = ["\(year)"] }.address
    }
  }
}

extension YearChart {
  /// True if the chart shows at least two years.
  var hasSeveralYears: Bool { (years?.count ?? 0) > 1 }
}
