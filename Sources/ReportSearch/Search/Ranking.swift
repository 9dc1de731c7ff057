import Foundation

/// BM25 over paragraphs, each literal of the query a unit.
///
/// `idf · tf·(k1+1) / (tf + k1·(1 − b + b·length/mean))` with `idf = ln(1 + (N − df + 0.5)/(df + 0.5))`
/// and k1 1.2, b 0.75: Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and
/// Beyond*, 2009, with the idf of Lucene, which is never negative. tf is the number of matches, length
/// that of folded characters.
struct Ranking {
  private static let k1 = 1.2
  private static let b = 0.75

  private let idf: Double
  private let constant: Double
  private let slope: Double

  /// Prepares the score of a literal.
  ///
  /// - Parameters:
  ///   - paragraphsWithLiteral: The number of paragraphs of the index that contain it.
  ///   - attributes: All paragraphs of the index.
  init(paragraphsWithLiteral: Int, attributes: ParagraphAttributes) {
    let count = Double(attributes.paragraphCount)
    let frequency = Double(paragraphsWithLiteral)
    idf = log(1 + (count - frequency + 0.5) / (frequency + 0.5))
    constant = Self.k1 * (1 - Self.b)
    slope = Self.k1 * Self.b / attributes.meanCharacterCount
  }

  /// The score of a paragraph; higher is better.
  @inline(__always)
  func score(frequency: UInt32, characterCount: UInt32) -> Double {
    let frequency = Double(frequency)
    return idf * frequency * (Self.k1 + 1)
      / (frequency + constant + slope * Double(characterCount))
  }
}
