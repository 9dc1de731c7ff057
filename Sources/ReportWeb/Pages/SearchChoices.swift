import ReportSearch
import ResultFormats

/// The ways in which the same hits can be shown, each a link.
struct SearchChoices {
  let state: SearchState
  let language: Language

  /// Paragraphs or lines.
  var displays: [View] {
    [
      (SearchState.Display.hits, language.choose("段落", "Paragraphs")),
      (.kwic, language.choose("逐处", "Lines")),
    ].map { display, label in
      view(label, state.display == display) { $0.display = display }
    }
  }

  /// The orders of what is shown.
  var orders: [View] {
    switch state.display {
    case .hits:
      [
        (HitOrder.rank, language.choose("相关程度", "Best first")),
        (.year, language.choose("所述年份", "Year")), (.source, language.choose("文件先后", "File")),
      ].map { order, label in view(label, state.order == order) { $0.order = order } }
    case .kwic:
      [
        (Concordance.Order.source, language.choose("文件先后", "File")),
        (.left, language.choose("前文", "Left")), (.right, language.choose("后文", "Right")),
        (.year, language.choose("所述年份", "Year")),
      ].map { order, label in view(label, state.lineOrder == order) { $0.lineOrder = order } }
    }
  }

  private func view(
    _ label: String, _ isChosen: Bool, _ change: (inout SearchState) -> Void
  ) -> View {
    ["label": label, "isChosen": isChosen, "address": state.changed(change).address]
  }
}
