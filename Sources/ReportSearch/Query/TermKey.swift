import TextAnalysis

/// A key that is equal for terms with the same matches: 控輟 and 控辍 fold to the same literal.
enum TermKey: Hashable {
  case literal([UInt8], allowsInterruption: Bool)
  case pattern([[UInt8]], [Pattern.Joint])
  case original(OriginalText)
  case concept(variants: Set<[UInt8]>, exclusions: Set<[UInt8]>)

  init(_ term: Term) {
    self =
      switch term {
      case .literal(let literal):
        .literal(literal.folded.utf8, allowsInterruption: literal.allowsInterruption)
      case .pattern(let pattern): .pattern(pattern.pieces.map(\.utf8), pattern.joints)
      case .original(let original): .original(original)
      case .concept(let concept):
        .concept(
          variants: Set(concept.variants.map(\.utf8)),
          exclusions: Set(concept.exclusions.map(\.utf8)))
      }
  }
}

extension Query {
  /// The terms of the query outside exclusions, without repetitions, in the order of the query.
  var positiveTerms: [Term] {
    var seen: Set<TermKey> = []
    return allPositiveTerms.filter { seen.insert(TermKey($0)).inserted }
  }

  private var allPositiveTerms: [Term] {
    switch self {
    case .term(let term): [term]
    case .near(let left, let right, _, _): left.allPositiveTerms + right.allPositiveTerms
    case .all(let members), .any(let members): members.flatMap(\.allPositiveTerms)
    case .same(_, let query): query.allPositiveTerms
    case .excluding, .filter: []
    }
  }
}
