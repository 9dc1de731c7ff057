import Corpus

/// The sort order of hits. Ties keep the order of the index.
public enum HitOrder: String, Hashable, Sendable, CaseIterable {
  /// By descending score.
  case rank
  /// By the earliest year attributed to a match; hits without a year come last.
  case year
  /// By the path of the source, then by the position in it.
  case source
}

/// Computes numeric sort keys of hits.
struct HitKeys {
  let attributes: ParagraphAttributes
  let columns: DocValues

  /// Returns a sort key for each paragraph found. Lower keys come first.
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
