/// Folded characters, a number for each; those beyond U+FFFF, which no name has, are U+FFFD.
struct RegionCharacters {
  /// The numbers.
  var units: [UInt16]

  /// The number of characters.
  var count: Int { units.count }

  /// The character at a place, or `nil` outside the text.
  subscript(place: Int) -> Unicode.Scalar? {
    units.indices.contains(place) ? Unicode.Scalar(units[place]) : nil
  }

  /// Whether a word stands at a place.
  func has(_ word: Word, at place: Int) -> Bool {
    place >= 0 && place <= units.count && units[place...].starts(with: word.letters)
  }

  /// Whether a word ends at a place.
  func has(_ word: Word, before place: Int) -> Bool {
    place >= word.letters.count && has(word, at: place - word.letters.count)
  }

  /// Whether an ideograph stands at a place.
  func isHan(at place: Int) -> Bool {
    units.indices.contains(place) && (0x3400...0x9FFF).contains(units[place])
  }

  /// The characters of a range.
  func string(_ range: Range<Int>) -> String { String(decoding: units[range], as: UTF16.self) }

  /// A word that is written in the program.
  struct Word: ExpressibleByStringLiteral, Sendable {
    /// Its characters.
    let letters: [UInt16]

    init(stringLiteral word: String) { letters = Array(word.utf16) }
  }
}
