import TextAnalysis

extension QueryLexer {
  /// Reads a field and its value, or returns `nil` if the name is not a known field.
  ///
  /// - Throws: A ``QueryParserError`` if the value is missing or invalid, or if the name is
  ///   probably a misspelled field.
  mutating func field(
    _ name: QuerySource.FieldName
  ) throws(QueryParserError) -> QueryToken? {
    let start = place
    guard let field = QueryField(name: name.name) else {
      let range = start..<wordEnd(from: start)
      if let suggestion = nearMiss(name) {
        throw error(.unknownField(name.name, suggestion: suggestion), range)
      }
      return nil
    }
    place = name.start
    if field == .same { return try scope(from: start) }
    let value = try value()
    switch field {
    case .filter(let field): return token(.field(field, value: value), from: start)
    case .original, .same:
      guard !value.isEmpty else { throw error(.missingValue(field: name.name), start..<place) }
      return token(.original(value), from: start)
    }
  }

  private func nearMiss(_ name: QuerySource.FieldName) -> String? {
    let isName = name.name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
    }
    guard isName, source.sign(at: name.start) != "/" || source.sign(at: name.start + 1) != "/"
    else { return nil }
    return QueryField.names.first { name.name.isWithinOneEdit(of: $0) }
  }

  private mutating func scope(from start: Int) throws(QueryParserError) -> QueryToken {
    let first = place
    while continues(at: place), source.sign(at: place) != "(" { place += 1 }
    let name = FoldedText(String(String.UnicodeScalarView(source.scalars[first..<place]))).string
    guard !name.isEmpty else { throw error(.missingValue(field: "same"), start..<place) }
    guard let scope = Scope(rawValue: name) else { throw error(.unknownScope(name), start..<place) }
    let end = place
    while place < source.count, source.scalars[place].isSpace { place += 1 }
    guard source.sign(at: place) == "(" else { throw error(.missingGroup(scope), start..<end) }
    guard pairs.partners[place] != nil else {
      throw error(.unclosedBracket(Character(source.scalars[place])), place..<place + 1)
    }
    mustOpen = true
    return QueryToken(kind: .scope(scope), characterRange: start..<end)
  }

  /// Reads a value: a quotation, or the rest of the word.
  mutating func value() throws(QueryParserError) -> String {
    let start = place
    if source.closingMark(at: start) != nil {
      place = try quotationEnd(at: start)
      return source.characters(in: start + 1..<place - 1).text
    }
    place = wordEnd(from: start)
    return source.characters(in: start..<place).text
  }
}
