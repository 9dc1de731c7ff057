import TextAnalysis

extension Query {
  /// The literals, whose occurrences are the matches, each once and in their order.
  public var literals: [Literal] {
    switch self {
    case .term(.literal(let literal)): return [literal]
    case .all(let queries):
      let literals = queries.flatMap(\.literals)
      // What may be interrupted finds what stands uninterrupted as well: a match is not told twice.
      let loose = Set(literals.filter(\.allowsInterruption).map(\.folded.utf8))
      var seen: Set<[UInt8]> = []
      return literals.filter { literal in
        (literal.allowsInterruption || !loose.contains(literal.folded.utf8))
          && seen.insert(literal.folded.utf8).inserted
      }
    default: return []
    }
  }

  /// The filters, all of which must hold.
  public var filters: [Filter] {
    switch self {
    case .filter(let filter): [filter]
    case .all(let queries): queries.flatMap(\.filters)
    default: []
    }
  }

  /// The filters that the years of each match must pass.
  var yearFilters: [YearFilter] {
    filters.compactMap { filter in
      if case .mentionYear(let years) = filter { years } else { nil }
    }
  }
}
