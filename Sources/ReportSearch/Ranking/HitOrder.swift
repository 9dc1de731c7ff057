import Corpus

/// In which order hits are listed. Those that the order leaves equal stand in the order of the index.
public enum HitOrder: String, Hashable, Sendable, CaseIterable {
  /// The best first.
  case rank
  /// The earliest year that a match speaks of first; those that speak of none last.
  case year
  /// By the path of the source, then as they stand in it.
  case source
}

/// By what hits are ordered, as numbers.
struct HitKeys {
  let attributes: ParagraphAttributes
  let columns: DocValues

  /// Returns a number for each paragraph that was found, lower for those that come first.
  func keys(of found: MatchList, _ order: HitOrder) throws -> [Int] {
    switch order {
    case .rank: return found.keys.map { _ in 0 }
    case .year: return try years(of: found)
    case .source:
      let reports = try columns.reports()
      let sorted = reports.sorted { left, right in
        let (first, second) = (left.value.paths.first ?? "", right.value.paths.first ?? "")
        return (first, left.value.part, left.key) < (second, right.value.part, right.key)
      }
      let ranks = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
      return found.keys.map { ranks[attributes.reports[Int($0)]] ?? .max }
    }
  }

  private func years(of found: MatchList) throws -> [Int] {
    func key(_ years: MentionedYears) -> Int { years.from ?? years.to ?? .max }
    let reports = try columns.reports().mapValues { key(YearSpan(ofReport: $0.year).years) }
    let years = try columns.years()
    let values = years.values.map { $0.map { key($0.years) } ?? .max }
    return found.keys.indices.map { index in
      let id = found.keys[index]
      return found.matches(at: index).map { match in
        let number = years.number(atPlace: match.start, ofParagraph: id)
        return number == 0 ? reports[attributes.reports[Int(id)]] ?? .max : values[number]
      }.min() ?? .max
    }
  }
}
