import TextAnalysis

/// A folded paragraph with random access to its characters and a mapping to the original.
///
/// Positions outside the text are valid and yield ``nothing``, which occurs in no folded text.
final class YearText {
  /// The folded characters.
  let scalars: [Unicode.Scalar]
  private let folded: FoldedText

  /// The character at positions outside the text.
  static let nothing: Unicode.Scalar = "\0"

  /// Folds a paragraph.
  convenience init(_ paragraph: String) {
    var paragraph = paragraph
    self.init(folded: paragraph.withUTF8 { FoldedText(utf8: $0) })
  }

  /// Wraps a folded paragraph.
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

  /// Decodes the character that begins at a byte offset of well-formed UTF-8.
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

  /// Returns the character at a position, or ``nothing`` outside the text.
  @inline(__always)
  subscript(place: Int) -> Unicode.Scalar {
    place >= 0 && place < scalars.count ? scalars[place] : Self.nothing
  }

  /// Returns true if a word begins at a position.
  ///
  /// - Precondition: Every character of the word takes three bytes in UTF-8.
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

  /// Returns true if a word ends at a position.
  ///
  /// - Precondition: Every character of the word takes three bytes in UTF-8.
  func has(_ word: StaticString, before place: Int) -> Bool {
    has(word, at: place - word.utf8CodeUnitCount / 3)
  }

  /// Returns the end of the first of the words that begins at a position, or `nil`.
  func end(ofAny words: [StaticString], at place: Int) -> Int? {
    for word in words where has(word, at: place) { return place + word.utf8CodeUnitCount / 3 }
    return nil
  }

  /// Returns the first position in `place..<limit` of a mark that ends a clause, or the smaller of
  /// `limit` and the end of the text.
  func clauseEnd(from place: Int, before limit: Int) -> Int {
    var place = place
    while place < min(limit, count), !scalars[place].endsClause { place += 1 }
    return place
  }

  /// Returns the original byte range of a range of folded characters.
  func originalUTF8Range(of range: Range<Int>) -> Range<Int> {
    folded.originalUTF8Range(ofCharacters: range)
  }
}

extension Unicode.Scalar {
  /// True if the character ends a sentence.
  var endsSentence: Bool { self == "。" || self == "!" || self == "?" }

  /// True if the character ends a clause.
  var endsClause: Bool {
    switch self {
    case "。", "!", "?", ",", ";", ":": true
    default: false
    }
  }

  /// True for Han characters from U+4E00 to U+9FFF.
  var isHan: Bool { (0x4E00...0x9FFF).contains(value) }
}

extension YearText {
  /// Returns true if a Han character is one of the given characters.
  ///
  /// - Precondition: Every character in `characters` takes three bytes in UTF-8.
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
