import TextAnalysis

/// What of a question is looked for: its pairs of neighbouring characters, and its characters.
///
/// Only letters, digits and marks count: what stands between them separates, and is nothing to look
/// for.
struct QuestionTerms {
  /// The pairs, each once, in the order of their first occurrence.
  private(set) var bigrams: [FoldedText] = []
  /// The characters, each once, in the order of their first occurrence.
  private(set) var characters: [FoldedText] = []

  /// Longer questions are refused, as queries are: characters (Unicode scalars).
  static let longestQuestion = QueryParser.longestQuery

  /// Takes the terms of what the user typed.
  ///
  /// - Throws: If it is too long, or there is nothing to look for.
  init(asking question: String) throws(QuestionError) {
    let characters = question.unicodeScalars.count
    guard characters <= Self.longestQuestion else {
      throw .tooLong(characters: characters, limit: Self.longestQuestion)
    }
    self.init(FoldedText(question))
    if self.characters.isEmpty { throw .empty }
  }

  /// Takes the terms of a question.
  ///
  /// - Complexity: O(*n*) in its length.
  init(_ question: FoldedText) {
    let scalars = Array(question.string.unicodeScalars)
    var seen: Set<String> = []
    func add(_ range: Range<Int>, to terms: inout [FoldedText]) {
      let term = question.part(range)
      if seen.insert(term.string).inserted { terms.append(term) }
    }
    for place in scalars.indices where Self.isWord(scalars[place]) {
      add(place..<place + 1, to: &characters)
      if place + 1 < scalars.count, Self.isWord(scalars[place + 1]) {
        add(place..<place + 2, to: &bigrams)
      }
    }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }
}
