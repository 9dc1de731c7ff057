import TextAnalysis

/// The paragraphs that contain a literal, by the numbers that they have in one index.
public struct Postings: Sendable {
  /// The ids, ascending.
  public internal(set) var paragraphs: [UInt32] = []
  /// The number of literal matches in each paragraph.
  public internal(set) var frequencies: [UInt32] = []
  /// The number of loose matches in each paragraph; empty where none were asked for.
  public internal(set) var looseFrequencies: [UInt32] = []

  /// Unites the postings of a literal with those of its loose matches.
  func united(with loose: Postings) -> Postings {
    var united = Postings()
    var (left, right) = (0, 0)
    while left < paragraphs.count || right < loose.paragraphs.count {
      let first = left < paragraphs.count ? paragraphs[left] : .max
      let second = right < loose.paragraphs.count ? loose.paragraphs[right] : .max
      united.paragraphs.append(min(first, second))
      united.frequencies.append(first <= second ? frequencies[left] : 0)
      united.looseFrequencies.append(second <= first ? loose.looseFrequencies[right] : 0)
      if first <= second { left += 1 }
      if second <= first { right += 1 }
    }
    return united
  }
}

extension PostingsSource {
  /// Returns the paragraphs that contain a literal as it is wanted.
  func postings(of literal: Literal) throws -> Postings {
    let postings = try postings(of: literal.folded)
    guard literal.allowsInterruption else { return postings }
    return postings.united(with: try interruptedPostings(of: literal.folded))
  }
}

/// Where the postings of literals come from.
protocol PostingsSource {
  /// Returns the paragraphs that contain a literal.
  func postings(of literal: FoldedText) throws -> Postings

  /// Returns the paragraphs that contain a literal interrupted once, with ``Postings/looseFrequencies``
  /// only.
  func interruptedPostings(of literal: FoldedText) throws -> Postings
}
