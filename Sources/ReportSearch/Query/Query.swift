public import TextAnalysis

/// What the user asks for.
public indirect enum Query: Hashable, Sendable {
  /// Paragraphs in which a string of characters stands.
  case literal(Literal)
  /// Paragraphs that fit all of some queries; at least two.
  case all([Query])
  /// Hits that pass a filter.
  case filter(Filter)

  /// The literals, whose occurrences are the matches, each once and in their order.
  public var literals: [Literal] {
    switch self {
    case .literal(let literal): return [literal]
    case .filter: return []
    case .all(let queries):
      let literals = queries.flatMap(\.literals)
      // What may be interrupted finds what stands uninterrupted as well: a match is not told twice.
      let loose = Set(literals.filter(\.allowsInterruption).map(\.folded.utf8))
      var seen: Set<[UInt8]> = []
      return literals.filter { literal in
        (literal.allowsInterruption || !loose.contains(literal.folded.utf8))
          && seen.insert(literal.folded.utf8).inserted
      }
    }
  }

  /// The filters, all of which must hold.
  public var filters: [Filter] {
    switch self {
    case .literal: []
    case .filter(let filter): [filter]
    case .all(let queries): queries.flatMap(\.filters)
    }
  }

  /// The filters that the years of each match must pass.
  var yearFilters: [YearFilter] {
    filters.compactMap { filter in
      if case .mentionYear(let years) = filter { years } else { nil }
    }
  }
}

/// A string of characters to find.
public struct Literal: Hashable, Sendable {
  /// The string as the user wrote it.
  public let text: String
  /// The string as the index sees it; not empty.
  public let folded: FoldedText
  /// Whether it may also stand interrupted once, by punctuation or white space.
  public let allowsInterruption: Bool

  /// Creates a literal, or `nil` if folding leaves nothing of it.
  public init?(_ text: String, allowsInterruption: Bool = false) {
    let folded = FoldedText(text)
    guard !folded.isEmpty else { return nil }
    self.text = text
    self.folded = folded
    self.allowsInterruption = allowsInterruption
  }

}
