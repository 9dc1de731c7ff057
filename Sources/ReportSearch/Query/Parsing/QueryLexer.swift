import TextAnalysis

/// Splits a query into tokens, and notes possible operators that it reads as text.
///
/// All offsets are in Unicode scalars of the query.
struct QueryLexer {
  /// The maximum depth of nested groups.
  static let deepestGroup = 50
  /// The maximum distance of a proximity operator, in folded characters.
  static let longestDistance = 1_000

  /// Possible operators that were read as text.
  private(set) var notes: [QueryNote] = []
  let source: QuerySource
  let pairs: BracketPairs
  var place = 0
  /// The offsets of the brackets that close the open groups, the innermost last.
  private var closers: [Int] = []
  /// True if the next token is the first one of the query or of a group, or follows `-`.
  private var isFirst = true
  var mustOpen = false

  init(_ source: QuerySource) {
    self.source = source
    pairs = BracketPairs(of: source)
  }

  /// Returns the next token, or `nil` at the end.
  ///
  /// - Throws: A ``QueryParserError`` if no token can be read.
  mutating func next() throws(QueryParserError) -> QueryToken? {
    let last = place
    while place < source.count, source.scalars[place].isSpace { place += 1 }
    guard place < source.count else { return nil }
    let mayNegate = isFirst || place > last
    let start = place
    isFirst = false
    if closers.last == start {
      closers.removeLast()
      return token(.close, through: start + 1)
    }
    switch source.sign(at: start) {
    case "|": return token(.or, through: start + 1)
    case "-" where mayNegate:
      guard continues(at: start + 1) else { throw error(.missingOperand("-"), start..<start + 1) }
      isFirst = true
      return token(.not, through: start + 1)
    case "~": return try loose()
    case "@":
      guard continues(at: start + 1) else { throw error(.missingOperand("@"), start..<start + 1) }
      place += 1
      let name = FoldedText(try value()).string
      return token(.concept(name), from: start)
    case "(":
      if mustOpen || opensGroup(at: start) { return try open() }
      if pairs.partners[start] == nil, !isWhole(start..<wordEnd(from: start)) {
        throw error(.unclosedBracket(Character(source.scalars[start])), start..<start + 1)
      }
    default: break
    }
    if source.closingMark(at: start) != nil { return try quotation(from: start, isLoose: false) }
    if let name = source.fieldName(at: start), let token = try field(name) { return token }
    return try word(from: start)
  }

  // MARK: Tokens

  mutating func token(
    _ kind: QueryToken.Kind, from start: Int? = nil, through end: Int? = nil
  ) -> QueryToken {
    let start = start ?? place
    place = end ?? place
    return QueryToken(kind: kind, characterRange: start..<place)
  }

  private mutating func open() throws(QueryParserError) -> QueryToken {
    guard closers.count < Self.deepestGroup else {
      throw error(.tooDeep(limit: Self.deepestGroup), place..<place + 1)
    }
    closers.append(pairs.partners[place]!)
    isFirst = true
    mustOpen = false
    return token(.open, through: place + 1)
  }

  private mutating func loose() throws(QueryParserError) -> QueryToken {
    let start = place
    guard continues(at: start + 1) else { throw error(.missingOperand("~"), start..<start + 1) }
    place += 1
    if source.closingMark(at: place) != nil { return try quotation(from: start, isLoose: true) }
    let sign = source.sign(at: place)
    if sign == "~" || sign == "@" || sign == "(" && opensGroup(at: place) {
      throw error(.looseSign, start..<wordEnd(from: start))
    }
    if let name = source.fieldValue(at: place) { note(.field, place..<name.start) }
    let end = wordEnd(from: place)
    let characters = source.characters(in: place..<end)
    try checkBrackets(of: characters, in: start..<end)
    return token(.text(characters, isLoose: true), from: start, through: end)
  }

  private mutating func quotation(
    from start: Int, isLoose: Bool
  ) throws(QueryParserError) -> QueryToken {
    let opening = isLoose ? start + 1 : start
    let end = try quotationEnd(at: opening)
    guard continues(at: end) else {
      let characters = source.characters(
        in: opening + 1..<end - 1, quoted: opening + 1..<end - 1)
      return token(.text(characters, isLoose: isLoose), from: start, through: end)
    }
    // Text follows without white space: “双减”政策 was pasted together with its quotation marks.
    note(.quotationMark, opening..<opening + 1)
    let wordEnd = wordEnd(from: end)
    let characters = source.characters(in: opening..<wordEnd, quoted: opening..<end)
    try checkBrackets(of: characters, in: start..<wordEnd)
    return token(.text(characters, isLoose: isLoose), from: start, through: wordEnd)
  }

  private mutating func word(from start: Int) throws(QueryParserError) -> QueryToken {
    let end = wordEnd(from: start)
    let characters = source.characters(in: start..<end)
    if characters.allSatisfy({ !$0.isText }),
      let kind = try operatorWord(characters.asciiText, start..<end)
    {
      return token(kind, through: end)
    }
    try checkBrackets(of: characters, in: start..<end)
    notes += LiteralNotes.notes(on: characters, at: start..<end)
    return token(.text(characters, isLoose: false), through: end)
  }

  private func operatorWord(
    _ word: String, _ range: Range<Int>
  ) throws(QueryParserError) -> QueryToken.Kind? {
    switch word {
    case "AND", "&": return .and
    case "OR": return .or
    case "NOT": return .not
    default: break
    }
    for (prefix, isOrdered) in [("NEAR/", false), ("/", false), (">", true)]
    where word.hasPrefix(prefix) {
      let digits = word.utf8.dropFirst(prefix.utf8.count)
      guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      guard let distance = Int(String(digits)!), distance <= Self.longestDistance else {
        throw error(.invalidDistance(word, limit: Self.longestDistance), range)
      }
      return .near(distance: distance, isOrdered: isOrdered)
    }
    return nil
  }

  // MARK: Places

  func quotationEnd(at start: Int) throws(QueryParserError) -> Int {
    if let end = source.quotationEnd(at: start) { return end }
    throw error(
      .unclosedQuotation(
        Character(source.scalars[start]), closing: Character(source.closingMark(at: start)!)),
      start..<start + 1)
  }

  /// Returns `true` if a word continues at an offset.
  func continues(at place: Int) -> Bool {
    place < source.count && !source.scalars[place].isSpace && source.sign(at: place) != "|"
      && closers.last != place
  }

  func wordEnd(from start: Int) -> Int {
    var end = start
    while continues(at: end) { end += source.escapes(at: end) ? 2 : 1 }
    return end
  }

  /// Returns `true` if an opening bracket at the start of a token opens a group: its content
  /// includes white space or `|`, or starts with `~`, `@` or a known field.
  private func opensGroup(at start: Int) -> Bool {
    guard let end = pairs.partners[start] else { return false }
    let sign = source.sign(at: start + 1)
    if sign == "~" || sign == "@" || source.fieldValue(at: start + 1) != nil { return true }
    return (start + 1..<end).contains { source.scalars[$0].isSpace || source.sign(at: $0) == "|" }
  }

  /// Returns `true` if the query consists of a range and white space only.
  private func isWhole(_ range: Range<Int>) -> Bool {
    source.scalars[..<range.lowerBound].allSatisfy(\.isSpace)
      && source.scalars[range.upperBound...].allSatisfy(\.isSpace)
  }

  /// Throws an error if a word begins or ends with a closing bracket that has no partner.
  private func checkBrackets(
    of characters: [QueryCharacter], in range: Range<Int>
  ) throws(QueryParserError) {
    guard !isWhole(range) else { return }
    for character in [characters.first, characters.last].compactMap({ $0 })
    where character.sign == ")" && pairs.partners[character.place] == nil {
      throw error(
        .unopenedBracket(Character(character.scalar)), character.place..<character.place + 1)
    }
  }

  private mutating func note(_ kind: QueryNote.Kind, _ range: Range<Int>) {
    let sign = String(String.UnicodeScalarView(source.scalars[range]))
    notes.append(QueryNote(kind, sign: sign, at: range))
  }

  func error(_ kind: QueryParserError.Kind, _ range: Range<Int>) -> QueryParserError {
    QueryParserError(kind, at: range)
  }
}
