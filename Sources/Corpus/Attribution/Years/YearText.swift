import TextAnalysis

/// A folded paragraph whose characters are read by their places, with the way back to the original.
///
/// Places outside the text may be asked for; ``nothing`` stands there, which is in no folded text.
final class YearText {
  /// The folded characters.
  let scalars: [Unicode.Scalar]
  private let folded: FoldedText

  /// What stands before and behind the text.
  static let nothing: Unicode.Scalar = "\0"

  /// Folds a paragraph.
  convenience init(_ paragraph: String) {
    var paragraph = paragraph
    self.init(folded: paragraph.withUTF8 { FoldedText(utf8: $0) })
  }

  /// Takes a folded paragraph.
  init(folded: FoldedText) {
    self.folded = folded
    let count = folded.characterCount
    scalars = Array(unsafeUninitializedCapacity: count) { scalars, initialized in
      folded.utf8.withUnsafeBufferPointer { utf8 in
        var byte = 0
        for place in 0..<count {
          scalars.initializeElement(at: place, to: Self.scalar(utf8, at: &byte))
        }
      }
      initialized = count
    }
  }

  /// Reads the character of well-formed UTF-8 that begins at a byte.
  @inline(__always)
  private static func scalar(
    _ utf8: UnsafeBufferPointer<UInt8>, at byte: inout Int
  ) -> Unicode.Scalar {
    let lead = UInt32(utf8[byte])
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
    for place in byte + 1..<byte + length { value = value << 6 | UInt32(utf8[place] & 0x3F) }
    byte += length
    return Unicode.Scalar(value)!
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
