/// A set of words that are searched for in one pass, indexed by their first character.
struct Vocabulary: Sendable, ExpressibleByArrayLiteral {
  /// The words by their first character, the longest first.
  private let words: [Unicode.Scalar: [[Unicode.Scalar]]]

  /// Creates a vocabulary. Words are compared exactly, so they must be spelled as in the text.
  init(arrayLiteral words: String...) {
    let spelled = words.map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
    self.words = Dictionary(grouping: spelled) { $0[0] }
  }

  /// Returns the ranges of the words in a text, in text order. Of words that begin at the same
  /// position, the longest comes first.
  ///
  /// - Complexity: O(*n*) in the characters of the text.
  func places(in text: ArraySlice<Unicode.Scalar>) -> [Range<Int>] {
    text.indices.flatMap { start in
      words(at: start, in: text).map { start..<start + $0.count }
    }
  }

  /// Returns true if the text contains any of the words.
  func occurs(in text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.indices.contains { !words(at: $0, in: text).isEmpty }
  }

  /// Returns true if the text begins with any of the words.
  func begins(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    !text.isEmpty && !words(at: text.startIndex, in: text).isEmpty
  }

  private func words(at place: Int, in text: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]] {
    guard let candidates = words[text[place]] else { return [] }
    return candidates.filter { text[place...].starts(with: $0) }
  }
}
