/// Finds the parts of a word that resemble operators.
enum LiteralNotes {
  /// Returns notes on the characters of a word.
  ///
  /// - Parameter range: The range of the word in the query, in Unicode scalars.
  static func notes(on characters: [QueryCharacter], at range: Range<Int>) -> [QueryNote] {
    var notes: [QueryNote] = []
    func add(_ kind: QueryNote.Kind, _ characters: some Collection<QueryCharacter>) {
      guard let place = characters.first?.place else { return }
      notes.append(
        QueryNote(kind, sign: characters.text, at: place..<place + characters.count))
    }
    if characters.allSatisfy({ !$0.isText }), isLikeOperator(characters.asciiText) {
      add(.operatorWord, characters)
      return notes
    }
    if characters.first?.sign == "(" { add(.bracket, characters.prefix(1)) }
    if let last = characters.last, last.sign == "\\" { add(.backslash, characters.suffix(1)) }
    for place in characters.indices.dropFirst().dropLast() {
      let (before, sign, after) = (
        characters[place - 1].scalar, characters[place].sign, characters[place + 1].scalar
      )
      if sign == "&" || sign == "-" && !before.isASCII && !after.isASCII {
        add(.operatorInWord, characters[place...place])
      }
      if sign == "/", after.isDigit, !before.isDigit,
        characters[(place + 1)...].allSatisfy({ $0.scalar.isDigit })
      {
        add(.operatorInWord, characters[place...])
      }
    }
    return notes
  }

  /// Returns `true` if a word resembles an operator but is not spelled as one.
  private static func isLikeOperator(_ word: String) -> Bool {
    if ["and", "or", "not", "near", "And", "Or", "Not", "Near", "NEAR", "&&"].contains(word) {
      return true
    }
    let lower = word.lowercased()
    let rest = lower.hasPrefix("near/") ? lower.dropFirst(5) : lower.dropFirst()
    let isSign = lower.hasPrefix("near/") || lower.hasPrefix("/") || lower.hasPrefix(">")
    return isSign && rest.unicodeScalars.first?.isDigit ?? false
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(QuerySigns.ascii(self)) }
}
