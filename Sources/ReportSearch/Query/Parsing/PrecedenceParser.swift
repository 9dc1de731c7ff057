/// Builds a query tree from tokens: `-` binds closest, then `/20`, then AND, then OR.
struct PrecedenceParser {
  /// A subtree and its range in the query, in Unicode scalars.
  struct Node {
    let query: Query
    let characterRange: Range<Int>
  }

  private let tokens: [QueryToken]
  private let terms: TermReader
  private let characterCount: Int
  private var place = 0
  /// Possible operators that were read as text.
  private(set) var notes: [QueryNote] = []

  init(_ tokens: [QueryToken], _ terms: TermReader, characterCount: Int) {
    self.tokens = tokens
    self.terms = terms
    self.characterCount = characterCount
  }

  /// Parses all tokens.
  ///
  /// - Throws: A ``QueryParserError`` with the range of the first error.
  mutating func query() throws(QueryParserError) -> Query {
    guard !tokens.isEmpty else { throw QueryParserError(.empty, at: 0..<characterCount) }
    let node = try either()
    try check(node.query, at: 0..<characterCount)
    return node.query
  }

  /// Throws an error if a query consists of filters or exclusions only.
  private func check(_ query: Query, at range: Range<Int>) throws(QueryParserError) {
    if query.isFilter { throw QueryParserError(.onlyFilters, at: range) }
    if case .excluding = query { throw QueryParserError(.onlyNegations, at: range) }
  }

  // MARK: Operators, the loosest first

  private mutating func either() throws(QueryParserError) -> Node {
    var nodes = [try all()]
    while let sign = next(.or) {
      try checkOperand(of: sign)
      nodes.append(try all())
    }
    guard nodes.count > 1 else { return nodes[0] }
    let filters = nodes.count { $0.query.isFilter }
    for node in nodes {
      if case .excluding = node.query, !node.query.isFilter {
        throw QueryParserError(.negatedAlternative, at: node.characterRange)
      }
      if filters < nodes.count, node.query.isFilter {
        throw QueryParserError(.mixedAlternatives, at: node.characterRange)
      }
    }
    return Node(query: .any(of: nodes.map(\.query)), characterRange: range(of: nodes))
  }

  private mutating func all() throws(QueryParserError) -> Node {
    var nodes = [try near()]
    while place < tokens.count, tokens[place].kind != .close, tokens[place].kind != .or {
      if let sign = next(.and) { try checkOperand(of: sign) }
      nodes.append(try near())
    }
    let isOnlyNegative = nodes.allSatisfy { node in
      if case .excluding = node.query { true } else { node.query.isFilter }
    }
    let query = Query.all(of: nodes.map(\.query))
    if nodes.count > 1, isOnlyNegative, !query.isFilter {
      throw QueryParserError(.onlyNegations, at: range(of: nodes))
    }
    return Node(query: query, characterRange: range(of: nodes))
  }

  private mutating func near() throws(QueryParserError) -> Node {
    var left = try unary()
    while place < tokens.count, case .near(let distance, let isOrdered) = tokens[place].kind {
      let sign = tokens[place]
      place += 1
      try checkOperand(of: sign)
      let right = try unary()
      for side in [left, right] where !side.query.isSide {
        throw QueryParserError(.invalidSide(text(of: sign)), at: side.characterRange)
      }
      left = Node(
        query: .near(left.query, right.query, distance: distance, isOrdered: isOrdered),
        characterRange: range(of: [left, right]))
    }
    return left
  }

  private mutating func unary() throws(QueryParserError) -> Node {
    guard let sign = next(.not) else { return try primary() }
    try checkOperand(of: sign)
    let node = try unary()
    let range = sign.characterRange.lowerBound..<node.characterRange.upperBound
    if case .excluding = node.query { throw QueryParserError(.doubleNegation, at: range) }
    return Node(query: .excluding(node.query), characterRange: range)
  }

  private mutating func primary() throws(QueryParserError) -> Node {
    let token = tokens[place]
    place += 1
    switch token.kind {
    case .open: return try group(from: token)
    case .scope(let scope):
      let open = tokens[place]
      place += 1
      let group = try group(from: open)
      try check(group.query, at: group.characterRange)
      return Node(
        query: .same(scope, group.query),
        characterRange: token.characterRange.lowerBound..<group.characterRange.upperBound)
    case .and, .or, .near, .not, .close:
      throw QueryParserError(.missingOperand(text(of: token)), at: token.characterRange)
    case .text, .concept, .field, .original:
      let (query, notes) = try terms.query(of: token)
      self.notes += notes
      return Node(query: query, characterRange: token.characterRange)
    }
  }

  /// Parses the content of a group. The lexer emits `open` only if a matching `close` follows.
  private mutating func group(from open: QueryToken) throws(QueryParserError) -> Node {
    let start = open.characterRange.lowerBound
    if place < tokens.count, tokens[place].kind == .close {
      throw QueryParserError(.emptyGroup, at: start..<tokens[place].characterRange.upperBound)
    }
    let node = try either()
    let end = tokens[place].characterRange.upperBound
    place += 1
    return Node(query: node.query, characterRange: start..<end)
  }

  // MARK: Tokens

  private mutating func next(_ kind: QueryToken.Kind) -> QueryToken? {
    guard place < tokens.count, tokens[place].kind == kind else { return nil }
    place += 1
    return tokens[place - 1]
  }

  /// Throws an error if no operand follows an operator.
  private func checkOperand(of sign: QueryToken) throws(QueryParserError) {
    if place < tokens.count {
      switch tokens[place].kind {
      case .and, .or, .near, .close: break
      default: return
      }
    }
    throw QueryParserError(.missingOperand(text(of: sign)), at: sign.characterRange)
  }

  private func text(of token: QueryToken) -> String { terms.text(in: token.characterRange) }

  private func range(of nodes: [Node]) -> Range<Int> {
    nodes[0].characterRange.lowerBound..<nodes[nodes.count - 1].characterRange.upperBound
  }
}
