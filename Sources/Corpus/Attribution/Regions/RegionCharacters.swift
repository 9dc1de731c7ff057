/// The folded characters of a text as 16-bit values.
///
/// Characters beyond U+FFFF become U+FFFD; no division name contains one.
struct RegionCharacters {
  /// The values of the characters.
  var units: [UInt16]

  /// The number of characters.
  var count: Int { units.count }

  /// Returns the character at a position, or `nil` outside the text.
  subscript(place: Int) -> Unicode.Scalar? {
    units.indices.contains(place) ? Unicode.Scalar(units[place]) : nil
  }

  /// Returns true if a word begins at a position.
  func has(_ word: Word, at place: Int) -> Bool {
    place >= 0 && place <= units.count && units[place...].starts(with: word.letters)
  }

  /// Returns true if a word ends at a position.
  func has(_ word: Word, before place: Int) -> Bool {
    place >= word.letters.count && has(word, at: place - word.letters.count)
  }

  /// Returns true if the character at a position is a CJK ideograph (U+3400 to U+9FFF).
  func isHan(at place: Int) -> Bool {
    units.indices.contains(place) && (0x3400...0x9FFF).contains(units[place])
  }

  /// Returns the characters of a range as a string.
  func string(_ range: Range<Int>) -> String { String(decoding: units[range], as: UTF16.self) }

  /// A literal word for comparison.
  struct Word: ExpressibleByStringLiteral, Sendable {
    /// The word in UTF-16 units.
    let letters: [UInt16]

    init(stringLiteral word: String) { letters = Array(word.utf16) }
  }
}
