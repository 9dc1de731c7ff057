public import TextAnalysis

/// What the user asks for.
public indirect enum Query: Hashable, Sendable {
  /// Paragraphs in which a string of characters stands.
  case literal(Literal)
  /// Paragraphs that fit all of some queries; at least two.
  case all([Query])
  /// Paragraphs whose matches speak of some years.
  case year(YearFilter)

  /// The literals, whose occurrences are the matches, each once and in their order.
  public var literals: [Literal] {
    switch self {
    case .literal(let literal): return [literal]
    case .year: return []
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
  public var yearFilters: [YearFilter] {
    switch self {
    case .literal: []
    case .year(let filter): [filter]
    case .all(let queries): queries.flatMap(\.yearFilters)
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

/// Years that matches may speak of.
public struct YearFilter: Hashable, Sendable {
  /// The first year, or `nil` for no limit.
  public let first: Int?
  /// The last year, or `nil` for no limit.
  public let last: Int?
  /// Whether a match must speak of exactly these years, and not only touch them.
  public let isExact: Bool

  /// Creates a filter; the first year is not after the last.
  public init(first: Int?, last: Int?, isExact: Bool = false) {
    precondition(first ?? .min <= last ?? .max, "the first year is not after the last")
    self.first = first
    self.last = last
    self.isExact = isExact
  }

  /// Whether a span of years passes. One that is not known does not.
  public func contains(_ years: MentionYear) -> Bool {
    guard years.from != nil || years.to != nil else { return false }
    if isExact { return years.from == first && years.to == last }
    return years.from ?? .min <= last ?? .max && years.to ?? .max >= first ?? .min
  }
}
