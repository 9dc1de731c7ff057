import ReportSearch
import ResultFormats

/// Counts by year as a picture, a link for each number.
struct YearPicture {
  private let panel: CountPanel
  private let state: SearchState
  private let language: Language

  init(_ panel: CountPanel, _ state: SearchState, _ language: Language) {
    self.panel = panel
    self.state = state
    self.language = language
  }

  /// The picture; `nil` if the rows are no years, if none is a single one, or if there are too many series.
  var fragment: String? {
    guard let chart = try? YearChart(panel, state.counts.measure, language: language),
      chart.years != nil
    else { return nil }
    guard case .facet(let yearFacet) = panel.rows else { return nil }
    let columns = panel.answers[0].table.columns
    return chart.fragment { series, year in
      guard (chart.series[series].values[year] ?? 0) > 0 else { return nil }
      var next = state.changed { $0.chosen[yearFacet] = ["\(year)"] }
      if panel.columns == .facet(.section) { next.chosen[.section] = [columns[series].value] }
      next.display = .hits
      return next.address
    }
  }
}
