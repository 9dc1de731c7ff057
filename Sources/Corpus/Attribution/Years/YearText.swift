import TextAnalysis

/// A folded paragraph whose characters are read by their places, with the way back to the original.
///
/// Places outside the text may be asked for; ``nothing`` stands there, which is in no folded text.
struct YearText {
  /// The folded characters.
  let scalars: [Unicode.Scalar]
  private let folded: FoldedText

  /// What stands before and behind the text.
  static let nothing: Unicode.Scalar = "\0"

  /// Folds a paragraph.
  init(_ paragraph: String) {
    folded = FoldedText(paragraph)
    scalars = Array(folded.string.unicodeScalars)
  }

  /// The number of folded characters.
  var count: Int { scalars.count }

  /// The character at a place.
  @inline(__always)
  subscript(place: Int) -> Unicode.Scalar {
    place >= 0 && place < scalars.count ? scalars[place] : Self.nothing
  }

  /// Whether a word of characters beyond ASCII stands at a place.
  func has(_ word: StaticString, at place: Int) -> Bool {
    word.withUTF8Buffer { utf8 in
      var place = place
      var byte = 0
      while byte < utf8.count {
        let scalar = self[place].value
        let value =
          UInt32(utf8[byte] & 0x0F) << 12 | UInt32(utf8[byte + 1] & 0x3F) << 6
          | UInt32(utf8[byte + 2] & 0x3F)
        guard scalar == value else { return false }
        byte += 3
        place += 1
      }
      return true
    }
  }

  /// Whether a word of characters beyond ASCII ends before a place.
  func has(_ word: StaticString, before place: Int) -> Bool {
    has(word, at: place - word.utf8CodeUnitCount / 3)
  }

  /// The end of the first of some words that stands at a place.
  func end(ofAny words: [StaticString], at place: Int) -> Int? {
    for word in words where has(word, at: place) { return place + word.utf8CodeUnitCount / 3 }
    return nil
  }

  /// The first place, from one and before another, at which a mark that ends a clause stands.
  func clauseEnd(from place: Int, before limit: Int) -> Int {
    var place = place
    while place < min(limit, count), !scalars[place].endsClause { place += 1 }
    return place
  }

  /// The bytes of the original that a range of characters came from.
  func originalUTF8Range(of range: Range<Int>) -> Range<Int> {
    folded.originalUTF8Range(ofCharacters: range)
  }
}

extension Unicode.Scalar {
  /// Whether it ends a sentence.
  var endsSentence: Bool { self == "。" || self == "!" || self == "?" }

  /// Whether it ends a clause.
  var endsClause: Bool {
    switch self {
    case "。", "!", "?", ",", ";", ":": true
    default: false
    }
  }

  /// Whether it is a Han character of the basic plane.
  var isHan: Bool { (0x4E00...0x9FFF).contains(value) }
}

extension YearText {
  /// Whether a character is one of some Han characters.
  static func isOne(_ scalar: Unicode.Scalar, of characters: StaticString) -> Bool {
    guard scalar.isHan else { return false }
    return characters.withUTF8Buffer { utf8 in
      stride(from: 0, to: utf8.count, by: 3).contains { byte in
        UInt32(utf8[byte] & 0x0F) << 12 | UInt32(utf8[byte + 1] & 0x3F) << 6
          | UInt32(utf8[byte + 2] & 0x3F) == scalar.value
      }
    }
  }
}
