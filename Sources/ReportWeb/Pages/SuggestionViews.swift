import ReportSearch
import ResultFormats

/// Alternatives to a query that found nothing, each a link.
struct SuggestionViews {
  let language: Language
  let state: SearchState

  /// Returns a list for each kind of suggestion that occurs.
  func views(of suggestions: [Suggestion]) -> [View] {
    Suggestion.Kind.allCases.compactMap { kind in
      let found = suggestions.filter { $0.kind == kind }
      guard !found.isEmpty else { return nil }
      return [
        "label": kind.label(in: language),
        "items": found.map { suggestion -> View in
          [
            "query": suggestion.query.description,
            "count": TotalsView(language: language).text(of: suggestion.totals),
            "isFound": suggestion.totals.paragraphs > 0,
            "address": state.changed {
              $0.chosen = [:]
              $0.query = suggestion.query.description
            }.address,
          ]
        },
      ]
    }
  }
}
