import ReportSearch
import TextAnalysis

/// Looks for many strings in one reading of the paragraphs, character by character.
///
/// At each character, each piece of up to ``longest`` characters that begins there is looked up among
/// the strings; occurrences of a string that overlap the one before are passed over. No index, no
/// tokens: what Ctrl+F would find, for all strings at once.
struct SimultaneousScan {
  /// What was found of one string.
  struct Found {
    /// The paragraphs that contain it, by their places from 0, ascending.
    var paragraphs: [UInt32] = []
    /// The number of matches in each.
    var frequencies: [UInt32] = []
    fileprivate var end = 0
  }

  /// The longest string that is looked for: characters.
  static let longest = 8

  /// For each string what was found of it.
  private(set) var found: [Found]
  /// The number of all matches.
  private(set) var matchCount = 0

  /// Looks for strings that differ from each other.
  init(of literals: [Literal], in paragraphs: [FoldedText]) {
    found = Array(repeating: Found(), count: literals.count)
    var numbers: [[UInt8]: Int] = [:]
    var lengths: Set<Int> = []
    // The first three characters with the length, to pass over most of what is no string.
    var beginnings: Set<UInt64> = []
    for (number, literal) in literals.enumerated() {
      let text = literal.folded
      numbers[text.utf8] = number
      lengths.insert(text.characterCount)
      let scalars = Array(text.string.unicodeScalars)
      beginnings.insert(Self.key(scalars, 0, length: scalars.count))
    }
    let ordered = lengths.sorted()
    for (place, paragraph) in paragraphs.enumerated() {
      let scalars = Array(paragraph.string.unicodeScalars)
      for start in scalars.indices {
        for length in ordered {
          guard start + length <= scalars.count else { break }
          guard beginnings.contains(Self.key(scalars, start, length: length)) else { continue }
          let range = paragraph.utf8Range(ofCharacters: start..<start + length)
          guard let number = numbers[Array(paragraph.utf8[range])] else { continue }
          count(number, in: UInt32(place), from: start, to: start + length)
        }
      }
    }
  }

  private mutating func count(_ number: Int, in paragraph: UInt32, from start: Int, to end: Int) {
    if found[number].paragraphs.last != paragraph {
      found[number].paragraphs.append(paragraph)
      found[number].frequencies.append(0)
      found[number].end = 0
    }
    guard found[number].end <= start else { return }
    found[number].end = end
    found[number].frequencies[found[number].frequencies.count - 1] += 1
    matchCount += 1
  }

  @inline(__always)
  private static func key(_ scalars: [Unicode.Scalar], _ start: Int, length: Int) -> UInt64 {
    var key = UInt64(length)
    for offset in 0..<min(length, 3) { key = key << 20 ^ UInt64(scalars[start + offset].value) }
    return key
  }
}
