import Corpus
import ReportSearch
import ResultFormats

/// The facets beside the hits: each value with what it finds, and a link to it.
struct FacetsView {
  let state: SearchState
  let language: Language
  /// The counts of each facet, under the filters of the others.
  let counts: [Facet: [FacetCount]]

  /// The most values of a facet that are listed; the others are told by their number.
  private static let mostValues = 60
  /// The values that are seen before the rest is opened.
  private static let firstValues = 8

  var views: [View] {
    SearchState.facets.map { facet in
      let values = facet == .region ? regions : values(of: facet)
      let shown = values.prefix(Self.mostValues)
      let first = facet == .mentionYear ? shown.count : Self.firstValues
      return [
        "name": facet.rawValue, "label": facet.label(in: language),
        "first": Array(shown.prefix(first)), "rest": Array(shown.dropFirst(first)),
        "hasRest": shown.count > first, "restCount": shown.count - min(first, shown.count),
        "isYears": facet == .mentionYear,
        "isEmpty": values.isEmpty,
        "left": View.optional(
          values.count > shown.count
            ? language.choose(
              "另有 \(values.count - shown.count) 个值没有列出",
              "\(values.count - shown.count) more values are not listed") : nil),
      ]
    }
  }

  /// The values that were chosen, each with a link that takes it off.
  var chosen: [View] {
    SearchState.narrowingFacets.flatMap { facet in
      (state.chosen[facet] ?? []).map { value in
        [
          "facet": facet.label(in: language), "label": label(of: value, in: facet),
          "address": state.changed { $0.chosen[facet]?.removeAll { $0 == value } }.address,
        ]
      }
    }
  }

  private func label(of value: String, in facet: Facet) -> String {
    switch facet {
    case .mentionYear, .reportYear: YearView(language: language).label(row: value)
    case .region, .city, .province:
      Divisions.shared[value]?.name
        ?? (value.isEmpty ? Region.Basis.unknown.label(in: language) : value)
    case .section: SectionKind(rawValue: value)?.label(in: language) ?? value
    case .documentType, .issuer, .source: value
    }
  }

  private func values(of facet: Facet) -> [View] {
    let found = counts[facet] ?? []
    let most = found.map { $0.matches + $0.looseMatches }.max() ?? 0
    return found.map { count in
      let matches = count.matches + count.looseMatches
      return view(
        facet, count.value, label(of: count.value, in: facet), matches, most: most,
        isLinked: facet.filter(of: count.value) != nil)
    }
  }

  private var regions: [View] {
    let nodes = RegionTree(counts[.region] ?? []).nodes(below: state.chosen[.region]?.first)
    let most = nodes.map(\.matches).max() ?? 0
    return nodes.map { node in
      view(
        .region, node.value ?? "", node.label.isEmpty ? label(of: "", in: .region) : node.label,
        node.matches, most: most, isLinked: node.value != nil)
    }
  }

  private func view(
    _ facet: Facet, _ value: String, _ label: String, _ matches: Int, most: Int, isLinked: Bool
  ) -> View {
    let isChosen = state.chosen[facet]?.contains(value) == true
    let next = state.changed { state in
      // A region is chosen for the one above it; the others may be several.
      let others = facet == .region ? [] : (state.chosen[facet] ?? []).filter { $0 != value }
      state.chosen[facet] = isChosen ? others : others + [value]
    }
    return [
      "label": label, "matches": matches.grouped, "isChosen": isChosen,
      "isLinked": isLinked, "address": next.address,
      "width": most == 0 ? 0 : max(1, matches * 100 / most),
    ]
  }
}
