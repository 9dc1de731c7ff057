import ReportSearch
import ResultFormats

/// The links that change how the same hits are shown.
struct SearchChoices {
  let state: SearchState
  let language: Language

  /// The displays: paragraphs, lines or counts.
  var displays: [View] {
    [
      (SearchState.Display.hits, language.choose("段落", "Paragraphs")),
      (.kwic, language.choose("逐处", "Concordance")),
      (.counts, language.choose("统计", "Counts")),
    ].map { display, label in
      view(label, state.display == display) { $0.display = display }
    }
  }

  /// The sort orders of the current display; empty for counts.
  var orders: [View] {
    switch state.display {
    case .hits:
      [
        (HitOrder.rank, language.choose("相关程度", "Relevance")),
        (.year, language.choose("所述年份", "Year")), (.source, language.choose("文件顺序", "File order")),
      ].map { order, label in view(label, state.order == order) { $0.order = order } }
    case .kwic:
      [
        (Concordance.Order.source, language.choose("文件顺序", "File order")),
        (.left, language.choose("前文", "Left context")),
        (.right, language.choose("后文", "Right context")),
        (.year, language.choose("所述年份", "Year")),
      ].map { order, label in view(label, state.lineOrder == order) { $0.lineOrder = order } }
    case .counts: []
    }
  }

  /// The series of the chart above the hits: one for all matches, or one per kind of section.
  var charts: [View] {
    [
      view(language.choose("合计", "Combined"), !state.counts.splitsSections) {
        $0.counts.splitsSections = false
      },
      view(language.choose("按所在部分分列", "By section kind"), state.counts.splitsSections) {
        $0.counts.splitsSections = true
      },
    ]
  }

  /// The measures of the chart above the hits.
  var chartMeasures: [View] { measures([.matches, .per100000Characters]) }

  /// The measures of a table.
  var measures: [View] { measures(CountMeasure.allCases) }

  /// The facets available as rows of a table.
  var rows: [View] {
    CountsState.facets.map { facet in
      view(facet.label(in: language), state.counts.rows == facet) { state in
        // The two facets swap places.
        if state.counts.columns == facet { state.counts.columns = state.counts.rows }
        state.counts.rows = facet
      }
    }
  }

  /// The facets available as columns of a table.
  var columns: [View] {
    [view(language.choose("不分", "None"), state.counts.columns == nil) { $0.counts.columns = nil }]
      + CountsState.facets.filter { $0 != state.counts.rows }.map { facet in
        view(facet.label(in: language), state.counts.columns == facet) {
          $0.counts.columns = facet
        }
      }
  }

  private func measures(_ measures: [CountMeasure]) -> [View] {
    measures.map { measure in
      view(measure.label(in: language), state.counts.measure == measure) {
        $0.counts.measure = measure
      }
    }
  }

  private func view(
    _ label: String, _ isChosen: Bool, _ change: (inout SearchState) -> Void
  ) -> View {
    ["label": label, "isChosen": isChosen, "address": state.changed(change).address]
  }
}
