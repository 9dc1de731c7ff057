import Corpus
import Foundation

/// BM25 over paragraphs, each term of the query a unit.
///
/// `idf · tf·(k1+1) / (tf + k1·(1 − b + b·length/mean))` with `idf = ln(1 + (N − df + 0.5)/(df + 0.5))`
/// and k1 1.2, b 0.75: Robertson and Zaragoza, *The Probabilistic Relevance Framework: BM25 and
/// Beyond*, 2009, with the idf of Lucene, which is never negative. tf is the number of matches, length
/// that of folded characters. The score of a paragraph is the sum over the terms that are not excluded,
/// times the ``boost(of:)`` of its kind.
struct Ranking {
  private static let k1 = 1.2
  private static let b = 0.75

  /// How much one occurrence of the term says.
  let inverseDocumentFrequency: Double
  private let constant: Double
  private let slope: Double

  /// By how much the score of a paragraph is multiplied: a title or a heading says what the text below it
  /// is about.
  static func boost(of kind: Paragraph.Kind) -> Double {
    switch kind {
    case .title: 1.2
    case .heading: 1.1
    case .body, .list, .table, .signature: 1
    }
  }

  /// How much an occurrence of a term says that `frequency` of `count` paragraphs have:
  /// `ln(1 + (N − df + 0.5)/(df + 0.5))`.
  static func inverseDocumentFrequency(of frequency: Int, among count: Int) -> Double {
    let (frequency, count) = (Double(frequency), Double(count))
    return log(1 + (count - frequency + 0.5) / (frequency + 0.5))
  }

  /// Prepares the score of a term.
  ///
  /// - Parameters:
  ///   - paragraphsWithTerm: The number of paragraphs of the index that have it.
  ///   - attributes: All paragraphs of the index.
  init(paragraphsWithTerm: Int, attributes: ParagraphAttributes) {
    inverseDocumentFrequency = Self.inverseDocumentFrequency(
      of: paragraphsWithTerm, among: attributes.paragraphCount)
    constant = Self.k1 * (1 - Self.b)
    slope = Self.k1 * Self.b / attributes.meanCharacterCount
  }

  /// The score of a paragraph; higher is better.
  @inline(__always)
  func score(frequency: UInt32, characterCount: UInt32) -> Double {
    let frequency = Double(frequency)
    return inverseDocumentFrequency * frequency * (Self.k1 + 1)
      / (frequency + constant + slope * Double(characterCount))
  }
}
