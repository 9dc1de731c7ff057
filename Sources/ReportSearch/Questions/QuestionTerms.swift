import TextAnalysis

/// The search terms of a question: its bigrams and its characters.
///
/// Only letters, digits and marks are terms. Other characters separate bigrams.
struct QuestionTerms {
  /// The distinct bigrams, in the order of their first occurrence.
  private(set) var bigrams: [FoldedText] = []
  /// The distinct characters, in the order of their first occurrence.
  private(set) var characters: [FoldedText] = []

  /// The maximum length of a question in characters (Unicode scalars), the same as that of queries.
  static let longestQuestion = QueryParser.longestQuery

  /// Extracts the terms of user input.
  ///
  /// - Throws: A ``QuestionError`` if the question is too long or contains no terms.
  init(asking question: String) throws(QuestionError) {
    let characters = question.unicodeScalars.count
    guard characters <= Self.longestQuestion else {
      throw .tooLong(characters: characters, limit: Self.longestQuestion)
    }
    self.init(FoldedText(question))
    if self.characters.isEmpty { throw .empty }
  }

  /// Extracts the terms of a folded question.
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
