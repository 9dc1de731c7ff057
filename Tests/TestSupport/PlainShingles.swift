import TextAnalysis

/// The strings of four folded characters of paragraphs, as sets of numbers: by which copies are told from
/// others, plainly.
///
/// It shares nothing with the engine but folding.
public struct PlainShingles {
  /// The strings of each paragraph, ascending by the numbers that they got here.
  private var sets: [[Int]] = []
  private var numbers: [String: Int] = [:]

  /// Begins with no paragraph.
  public init() {}

  /// Adds a paragraph, and returns its number; `nil` if it is too short to be compared.
  public mutating func add(_ text: String) -> Int? {
    let characters = Array(FoldedText(text).string.unicodeScalars)
    guard characters.count >= 20 else { return nil }
    let strings = (0...characters.count - 4).map { place in
      String(String.UnicodeScalarView(characters[place..<place + 4]))
    }
    var set: Set<Int> = []
    for string in strings {
      let number = numbers[string] ?? numbers.count
      numbers[string] = number
      set.insert(number)
    }
    sets.append(set.sorted())
    return sets.count - 1
  }

  /// Whether two paragraphs share at least four fifths of what one or the other has.
  public func areNear(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (sets[left], sets[right])
    // At most all of the smaller set is shared.
    if 5 * min(first.count, second.count) < 4 * max(first.count, second.count) { return false }
    var (shared, place, other) = (0, 0, 0)
    while place < first.count, other < second.count {
      if first[place] == second[other] {
        (shared, place, other) = (shared + 1, place + 1, other + 1)
      } else if first[place] < second[other] {
        place += 1
      } else {
        other += 1
      }
    }
    return 5 * shared >= 4 * (first.count + second.count - shared)
  }
}
