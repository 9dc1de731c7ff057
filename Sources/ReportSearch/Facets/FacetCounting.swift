/// Counts results by the values of facets.
struct FacetCounting {
  let attributes: ParagraphAttributes
  let columns: DocValues

  /// Returns the counts by each facet: years in chronological order, other values by descending
  /// number of matches.
  ///
  /// - Complexity: O(*n*) in the matches and the reports for each facet.
  func counts(of found: MatchList, by facets: Set<Facet>) throws -> [Facet: [FacetCount]] {
    var counts: [Facet: [FacetCount]] = [:]
    for facet in facets { counts[facet] = try self.counts(of: found, by: facet) }
    return counts
  }

  private func counts(of found: MatchList, by facet: Facet) throws -> [FacetCount] {
    let grouping = try Grouping(by: facet, attributes: attributes, columns: columns)
    var counter = MatchCounter(groupCount: grouping.values.count)
    for (index, id) in found.keys.enumerated() {
      let report = attributes.reports[Int(id)]
      if grouping.dependsOnPlace {
        for match in found.matches(at: index) {
          counter.add(
            matches: match.isLoose ? 0 : 1, loose: match.isLoose ? 1 : 0,
            to: grouping.group(id, match.start), id: id, report: report)
        }
      } else {
        let loose = found.isCounted ? 0 : found.matches(at: index).count(where: \.isLoose)
        counter.add(
          matches: Int(found.matchCount(at: index)) - loose, loose: loose,
          to: grouping.group(id, 0), id: id, report: report)
      }
    }
    let met = zip(grouping.values, counter.counts).filter { $1.paragraphs > 0 }
    let counts = Dictionary(uniqueKeysWithValues: met)
    let ordered = facet.ordered(counts.keys).map { FacetCount($0, counts[$0]!) }
    if facet.isByYear { return ordered }
    return ordered.sorted {
      ($1.matches + $1.looseMatches, $0.value) < ($0.matches + $0.looseMatches, $1.value)
    }
  }
}
