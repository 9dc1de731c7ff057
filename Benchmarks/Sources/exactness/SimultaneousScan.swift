import ReportSearch
import TextAnalysis

/// A scan for many strings in one pass over the paragraphs.
///
/// At each character, every substring of up to ``longest`` characters that starts there is looked
/// up among the strings. An occurrence that overlaps the previous one of the same string is
/// skipped. The result is that of searching for each string in turn (Ctrl+F), without an index or
/// tokens.
struct SimultaneousScan {
  /// The result for one string.
  struct Found {
    /// The numbers of the paragraphs that contain it, from 0, ascending.
    var paragraphs: [UInt32] = []
    /// The number of matches in each of these paragraphs.
    var frequencies: [UInt32] = []
    fileprivate var end = 0
  }

  /// The maximum length of a string, in characters.
  static let longest = 8

  /// The result for each string.
  private(set) var found: [Found]
  /// The total number of matches.
  private(set) var matchCount = 0

  /// Scans paragraphs for distinct strings.
  init(of literals: [Literal], in paragraphs: [FoldedText]) {
    found = Array(repeating: Found(), count: literals.count)
    var numbers: [[UInt8]: Int] = [:]
    var lengths: Set<Int> = []
    // Keys of the length and the first three characters, a filter that rejects most substrings.
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
