import TextAnalysis

extension Searcher {
  /// Returns alternatives to a query without hits, ordered by ``Suggestion/Kind``. Spellings are
  /// ordered by their number of matches.
  ///
  /// ```swift
  /// try searcher.suggestions(for: QueryParser().parse("控缀保学"))
  /// // spelling 控辍保学, part 保学
  /// ```
  ///
  /// All suggestions come from the index and have exact totals. Only the first few terms without
  /// hits are examined. Traditional characters, full-width letters, case and white space need no
  /// suggestions, because they are folded.
  ///
  /// - Parameter concepts: The concepts that queries may name.
  /// - Throws: An ``IndexError``.
  /// - Complexity: A bounded number of queries, independent of the size of the index. Each is
  ///   O(*n*) in the postings of its terms.
  public func suggestions(
    for query: Query, concepts: ConceptList = .sample
  ) throws -> [Suggestion] {
    var suggestions = Suggestions(query, index: self)
    try suggestions.addWider()
    var missing: [Term] = []
    for term in query.positiveTerms {
      let found = try suggestions.add(.term, .term(term), evenIfNothing: true)
      if !found { missing.append(term) }
    }
    for term in missing.prefix(Suggestions.mostTerms) {
      try suggestions.add(for: term, concepts: concepts)
    }
    return suggestions.sorted
  }
}

/// Collects suggestions for a query without hits.
struct Suggestions {
  /// The maximum number of a query's terms for which alternatives are searched.
  static let mostTerms = 3
  /// The maximum number of spellings suggested per term.
  static let mostSpellings = 4
  /// The maximum number of concepts suggested per term.
  static let mostConcepts = 2

  private let original: Query
  private let index: Searcher
  private var known: [Query: SearchResult.Totals] = [:]
  private var found: [Suggestion] = []

  init(_ query: Query, index: Searcher) {
    original = query
    self.index = index
  }

  /// The suggestions, ordered by kind.
  var sorted: [Suggestion] {
    let kinds = Suggestion.Kind.allCases
    return kinds.flatMap { kind in found.filter { $0.kind == kind } }
  }

  /// Adds a query if it differs from the original one, is not yet suggested, and has hits.
  ///
  /// - Returns: True if it has hits.
  @discardableResult
  mutating func add(
    _ kind: Suggestion.Kind, _ query: Query, evenIfNothing: Bool = false
  ) throws -> Bool {
    guard query != original else { return false }
    let totals = try totals(of: query)
    let isTold = found.contains { $0.query == query }
    if !isTold, evenIfNothing || totals.paragraphs > 0 {
      found.append(Suggestion(kind: kind, query: query, totals: totals))
    }
    return totals.paragraphs > 0
  }

  /// Adds relaxed forms of the query, step by step until one has hits.
  mutating func addWider() throws {
    let unconditional = original.withoutConditions ?? original
    let near = unconditional.withoutDistances
    let steps: [(Suggestion.Kind, Query)] = [
      (.unconditional, unconditional), (.sameParagraph, near),
      (.sameReport, .same(.report, near.withoutScopes)),
    ]
    for (kind, query) in steps where kind != .sameReport || near.positiveTerms.count > 1 {
      if try add(kind, query) { return }
    }
  }

  /// Adds alternatives to a term without hits.
  mutating func add(for term: Term, concepts: ConceptList) throws {
    switch term {
    case .literal(let literal): try add(for: literal, concepts: concepts)
    case .original(let text):
      guard let literal = Literal(text.folded.string) else { return }
      if try !add(.folded, .term(.literal(literal))) {
        try addSpellings(of: literal)
      }
    case .pattern(let pattern):
      for piece in pattern.pieces { try addLiteral(.part, piece.string) }
    case .concept(let concept):
      for variant in concept.variants.prefix(Self.mostConcepts) {
        if let literal = Literal(variant.string) { try addSpellings(of: literal) }
      }
    }
  }

  private mutating func add(for literal: Literal, concepts: ConceptList) throws {
    let spellings = try NearSpellings(of: literal.folded, in: index)
    if !literal.allowsInterruption, spellings.mayStandInParts,
      let loose = Literal(literal.text, allowsInterruption: true)
    {
      try add(.loose, .term(.literal(loose)))
    }
    try add(spellings)
    for name in concepts.names(near: literal.folded.string).prefix(Self.mostConcepts) {
      if let concept = concepts[name] { try add(.concept, .term(.concept(concept))) }
    }
  }

  private mutating func addSpellings(of literal: Literal) throws {
    try add(NearSpellings(of: literal.folded, in: index))
  }

  private mutating func add(_ spellings: NearSpellings) throws {
    if let (head, tail) = spellings.cut, let first = Literal(head), let second = Literal(tail) {
      try add(.cut, .all(of: [.term(.literal(first)), .term(.literal(second))]))
    }
    let near = try spellings.spellings().compactMap { text -> (String, Int)? in
      guard let literal = Literal(text) else { return nil }
      let totals = try totals(of: .term(.literal(literal)))
      return totals.matches > 0 ? (text, totals.matches) : nil
    }
    for (text, _) in near.sorted(by: { ($1.1, $0.0) < ($0.1, $1.0) }).prefix(Self.mostSpellings) {
      try addLiteral(.spelling, text)
    }
    for part in spellings.parts { try addLiteral(.part, part) }
  }

  private mutating func addLiteral(_ kind: Suggestion.Kind, _ text: String) throws {
    if let literal = Literal(text) { try add(kind, .term(.literal(literal))) }
  }

  private mutating func totals(of query: Query) throws -> SearchResult.Totals {
    if let totals = known[query] { return totals }
    let totals = try index.ranking(of: query, limit: 0).totals
    known[query] = totals
    return totals
  }
}
