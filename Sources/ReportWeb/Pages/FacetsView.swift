import Corpus
import ReportSearch
import ResultFormats

/// The facets next to the hits: each value with its counts and a link that selects or deselects it.
struct FacetsView {
  let state: SearchState
  let language: Language
  /// The counts of each facet, with the filters of the other facets applied.
  let counts: [Facet: [FacetCount]]

  /// The maximum number of values listed for a facet. The number of the others and of their matches
  /// is shown.
  private static let mostValues = 300
  /// The number of values visible before the list is expanded: the newest years, or the first
  /// values of another facet.
  private static let (firstYears, firstValues) = (60, 8)

  /// One line of a facet's list.
  private struct Line {
    let view: View
    let matches: Int
  }

  var views: [View] {
    SearchState.facets.map { facet in
      let lines = facet == .region ? regions : values(of: facet)
      let isYears = facet == .mentionYear
      let shown = ShownPart(
        of: lines.map(\.matches), limit: state.wholeFacet == facet ? .max : Self.mostValues,
        keeping: .init(facet))
      let views = shown.positions.map { lines[$0].view }
      let first = isYears ? views.suffix(Self.firstYears) : views.prefix(Self.firstValues)
      let rest = isYears ? views.dropLast(first.count) : views.dropFirst(first.count)
      return [
        "name": facet.rawValue, "label": facet.label(in: language),
        "first": Array(first), "rest": Array(rest), "hasRest": !rest.isEmpty,
        "restCount": rest.count.grouped, "isYears": isYears, "isEmpty": lines.isEmpty,
        "isWhole": state.wholeFacet == facet,
        "left": View.optional(
          shown.leftCount > 0
            ? language.choose(
              "另有 \(shown.leftCount.grouped) 个值未列出，共 \(shown.leftMatches.grouped) 处。",
              "\(shown.leftCount.grouped) more values with \(shown.leftMatches.grouped) matches are not "
                + "listed.") : nil),
        "whole": wholeAddress(of: facet),
      ]
    }
  }

  /// Returns the address of the same page with all values of a facet listed.
  private func wholeAddress(of facet: Facet) -> String {
    var whole = state
    whole.wholeFacet = facet
    return whole.address
  }

  /// The chosen values, each with a link that removes it.
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

  private func values(of facet: Facet) -> [Line] {
    (counts[facet] ?? []).map { count in
      line(
        facet, count.value, label(of: count.value, in: facet), count.matches, count.looseMatches,
        isLinked: facet.filter(of: count.value) != nil)
    }
  }

  private var regions: [Line] {
    RegionTree(counts[.region] ?? []).nodes(below: state.chosen[.region]?.first).map { node in
      let label =
        node.isRemainder
        ? language.choose("\(node.label)，下属地区不详", "\(node.label), subdivision unknown")
        : node.label.isEmpty ? label(of: "", in: .region) : node.label
      return line(
        .region, node.value ?? "", label, node.matches, node.looseMatches,
        isLinked: node.value != nil)
    }
  }

  private func line(
    _ facet: Facet, _ value: String, _ label: String, _ matches: Int, _ looseMatches: Int,
    isLinked: Bool
  ) -> Line {
    let isChosen = state.chosen[facet]?.contains(value) == true
    let next = state.changed { state in
      // A region replaces the chosen one. The other facets allow several values.
      let others = facet == .region ? [] : (state.chosen[facet] ?? []).filter { $0 != value }
      state.chosen[facet] = isChosen ? others : others + [value]
    }
    let view: View = [
      "label": label, "matches": matches.grouped, "isChosen": isChosen,
      "loose": View.optional(looseMatches > 0 ? "+\(looseMatches.grouped)" : nil),
      "isLinked": isLinked, "address": next.address,
    ]
    return Line(view: view, matches: matches + looseMatches)
  }
}
