import ReportSearch
import ResultFormats

/// The matches by the years that they speak of, as a picture above the hits: a bar a year, each a link.
struct YearChartView {
  let state: SearchState
  let language: Language
  /// The counts by the years of matches, whatever year is chosen.
  let counts: [FacetCount]
  /// The single years of which there are texts, whatever year is chosen.
  let texts: Set<Int>

  /// The picture; `nil` where it would show fewer than two years.
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
  /// True if there is something to compare: two years or more.
  var hasSeveralYears: Bool { (years?.count ?? 0) > 1 }
}
