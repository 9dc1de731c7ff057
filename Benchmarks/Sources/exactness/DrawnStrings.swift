import ReportSearch
import TestSupport
import TextAnalysis

/// The random strings to search for.
struct DrawnStrings {
  /// The distinct strings.
  private(set) var literals: [Literal] = []
  /// The number of substrings drawn from paragraphs.
  private(set) var substringCount = 0
  /// The number of random strings drawn.
  private(set) var stringCount = 0
  private var known: Set<[UInt8]> = []
  /// The number of matches that were cut out of their original texts.
  private(set) var placeCount = 0
  /// The number of these that did not fold to the searched string.
  private(set) var violationsOfLaw3 = 0

  /// Draws substrings of 1 to 8 folded characters that fold to themselves, and checks the original
  /// ranges of their matches in the paragraph of origin.
  mutating func drawSubstrings(
    _ count: Int, of paragraphs: [FoldedText], originals: [String],
    using random: inout SeededRandom
  ) {
    while substringCount < count {
      let place = Int.random(in: paragraphs.indices, using: &random)
      let paragraph = paragraphs[place]
      guard paragraph.characterCount > 0 else { continue }
      let length = Int.random(in: 1...min(8, paragraph.characterCount), using: &random)
      let start = Int.random(in: 0...paragraph.characterCount - length, using: &random)
      let range = paragraph.utf8Range(ofCharacters: start..<start + length)
      let string = String(decoding: paragraph.utf8[range], as: UTF8.self)
      guard let literal = Literal(string), literal.folded.utf8.elementsEqual(paragraph.utf8[range])
      else { continue }
      add(literal)
      substringCount += 1
      checkPlaces(of: literal, in: paragraph, Array(originals[place].utf8))
    }
  }

  /// Draws random strings. Half consist of single characters of the text, in proportion to their
  /// frequency, and half of two pieces of paragraphs.
  mutating func drawStrings(
    _ count: Int, of paragraphs: [FoldedText], using random: inout SeededRandom
  ) {
    func piece(_ length: Int) -> String {
      let paragraph = paragraphs[Int.random(in: paragraphs.indices, using: &random)]
      guard paragraph.characterCount > length else { return paragraph.string }
      let start = Int.random(in: 0..<paragraph.characterCount - length, using: &random)
      let range = paragraph.utf8Range(ofCharacters: start..<start + length)
      return String(decoding: paragraph.utf8[range], as: UTF8.self)
    }
    while stringCount < count {
      let string =
        Bool.random(using: &random)
        ? (0..<Int.random(in: 2...4, using: &random)).map { _ in piece(1) }.joined()
        : piece(Int.random(in: 1...3, using: &random))
          + piece(Int.random(in: 1...3, using: &random))
      if let literal = Literal(string), literal.folded.characterCount <= SimultaneousScan.longest {
        add(literal)
        stringCount += 1
      }
    }
  }

  private mutating func add(_ literal: Literal) {
    if known.insert(literal.folded.utf8).inserted { literals.append(literal) }
  }

  private mutating func checkPlaces(
    of literal: Literal, in paragraph: FoldedText, _ original: [UInt8]
  ) {
    // A dot at an end of a match is a middle dot by the character next to it, which is cut off.
    let dot = Array("·".utf8)
    var inner = literal.folded.utf8[...]
    while inner.starts(with: dot) { inner.removeFirst(dot.count) }
    while inner.suffix(dot.count).elementsEqual(dot) { inner.removeLast(dot.count) }
    for match in paragraph.occurrences(of: literal.folded) {
      placeCount += 1
      let range = paragraph.originalUTF8Range(ofCharacters: match)
      let cut = FoldedText(String(decoding: original[range], as: UTF8.self))
      if cut.utf8 != literal.folded.utf8, cut.utf8.firstRange(of: inner) == nil {
        violationsOfLaw3 += 1
        print("violation of law 3: \(literal.text)")
      }
    }
  }
}
