import TextAnalysis

/// The shingles of paragraphs: the distinct strings of four consecutive folded characters.
///
/// A reference for near-duplicate detection that shares only folding with the engine.
public struct PlainShingles {
  /// The shingles of each paragraph as ascending numbers, which are assigned in order of first
  /// occurrence.
  private var sets: [[Int]] = []
  private var numbers: [String: Int] = [:]

  /// Creates an empty collection.
  public init() {}

  /// Adds a paragraph and returns its number, or `nil` if it has fewer than 20 folded characters
  /// and is not compared.
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

  /// Returns true if the Jaccard similarity of the shingles of two paragraphs is at least 4/5.
  public func areNear(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (sets[left], sets[right])
    // The intersection is at most the smaller set, and the union at least the larger one.
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
