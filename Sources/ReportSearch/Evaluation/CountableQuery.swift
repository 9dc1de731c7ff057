import TextAnalysis

/// A query whose matches can be counted from the match counts of its literals, without positions.
/// This requires that no two of its matches can overlap or coincide.
struct CountableQuery {
  /// The literals that a paragraph must contain: at least one of each list. No two literals of a
  /// list can overlap.
  let required: [[FoldedText]]
  /// The queries that a paragraph must not fit.
  let excluded: [CountableQuery]
  /// The filters that a paragraph must pass.
  let filters: [Query]

  /// Creates a countable form of a query, or returns `nil` if positions are needed to count its
  /// matches.
  init?(_ query: Query) {
    var required: [[FoldedText]] = []
    var excluded: [CountableQuery] = []
    var filters: [Query] = []
    for member in query.conjuncts {
      if member.isFilter {
        filters.append(member)
      } else if case .excluding(let inner) = member {
        guard let inner = CountableQuery(inner) else { return nil }
        excluded.append(inner)
      } else {
        guard let literals = Self.literals(of: member) else { return nil }
        if !required.contains(where: { $0.map(\.utf8) == literals.map(\.utf8) }) {
          required.append(literals)
        }
      }
    }
    // A match that two members find counts once.
    let all = required.joined().map(\.utf8)
    guard !all.isEmpty, Set(all).count == all.count else { return nil }
    self.required = required
    self.excluded = excluded
    self.filters = filters
  }

  /// Returns the literals of a term or of alternatives; `nil` if their matches may overlap and thus
  /// count as one.
  private static func literals(of query: Query) -> [FoldedText]? {
    switch query {
    case .term(.literal(let literal)): return literal.allowsInterruption ? nil : [literal.folded]
    case .any(let members):
      var literals: [FoldedText] = []
      for member in members {
        guard let more = Self.literals(of: member) else { return nil }
        for literal in more where !literals.contains(where: { $0.utf8 == literal.utf8 }) {
          guard !literals.contains(where: { $0.canOverlap(literal) }) else { return nil }
          literals.append(literal)
        }
      }
      return literals
    default: return nil
    }
  }
}

extension Query {
  /// The members of a conjunction, or the query itself.
  fileprivate var conjuncts: [Query] {
    if case .all(let members) = self { members } else { [self] }
  }
}

extension FoldedText {
  /// Returns `true` if occurrences of this text and another can overlap.
  fileprivate func canOverlap(_ other: FoldedText) -> Bool {
    func begins(_ left: [UInt8], inside right: [UInt8]) -> Bool {
      right.indices.contains { zip(left, right[$0...]).allSatisfy(==) }
    }
    return begins(utf8, inside: other.utf8) || begins(other.utf8, inside: utf8)
  }
}
