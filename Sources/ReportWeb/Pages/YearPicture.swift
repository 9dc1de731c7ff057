import ReportSearch
import ResultFormats

/// A chart of counts by year, with a link for each number.
struct YearPicture {
  private let panel: CountPanel
  private let state: SearchState
  private let language: Language

  init(_ panel: CountPanel, _ state: SearchState, _ language: Language) {
    self.panel = panel
    self.state = state
    self.language = language
  }

  /// The chart; `nil` if the rows are not years, if it would show fewer than two years, or if there
  /// are too many series.
  var fragment: String? {
    guard let chart = try? YearChart(panel, state.counts.measure, language: language),
      chart.hasSeveralYears
    else { return nil }
    let columns = panel.answers[0].table.columns
    let addresses = CellAddress(state: state)
    return chart.fragment { series, year in
      guard (chart.series[series].values[year] ?? 0) > 0 else { return nil }
      return addresses.address(of: [
        (Self.facet(of: panel.rows), FacetValue(value: "\(year)", label: "\(year)")),
        (panel.columns.flatMap(Self.facet), columns[series]),
      ])
    }
  }

  /// The reason why counts by year have no chart; `nil` if they have one, or if the rows are not
  /// years.
  var failure: String? {
    do {
      _ = try YearChart(panel, state.counts.measure, language: language)
    } catch .tooManySeries(let count) {
      return language.choose(
        "表格有 \(count) 列，而一张图最多画 \(YearChart.seriesLimit) 条线，因此不显示图表。",
        "The table has \(count) columns; a chart can show at most \(YearChart.seriesLimit) "
          + "lines, so no chart is drawn."
      )
    } catch {}
    return nil
  }

  private static func facet(of axis: CountAxis) -> Facet? {
    if case .facet(let facet) = axis { facet } else { nil }
  }
}
