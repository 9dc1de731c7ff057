import Corpus
import Foundation

/// BM25 over paragraphs, with each term of the query as a unit.
///
/// `idf · tf·(k1+1) / (tf + k1·(1 − b + b·length/mean))` with `idf = ln(1 + (N − df + 0.5)/(df +
/// 0.5))`, k1 = 1.2 and b = 0.75: Robertson and Zaragoza, *The Probabilistic Relevance Framework:
/// BM25 and Beyond*, 2009, with Lucene's idf, which is never negative. tf is the number of matches
/// and length the number of folded characters. The score of a paragraph is the sum over the terms
/// that are not excluded, multiplied by the ``boost(of:)`` of its kind.
struct Ranking {
  private static let k1 = 1.2
  private static let b = 0.75

  /// The inverse document frequency of the term.
  let inverseDocumentFrequency: Double
  private let constant: Double
  private let slope: Double

  /// Returns the factor for the score of a kind of paragraph. Titles and headings rank higher,
  /// because they summarize the text below them.
  static func boost(of kind: Paragraph.Kind) -> Double {
    switch kind {
    case .title: 1.2
    case .heading: 1.1
    case .body, .list, .table, .signature: 1
    }
  }

  /// Returns the inverse document frequency of a term that occurs in `frequency` of `count`
  /// paragraphs: `ln(1 + (N − df + 0.5)/(df + 0.5))`.
  static func inverseDocumentFrequency(of frequency: Int, among count: Int) -> Double {
    let (frequency, count) = (Double(frequency), Double(count))
    return log(1 + (count - frequency + 0.5) / (frequency + 0.5))
  }

  /// Prepares the scoring of a term.
  ///
  /// - Parameters:
  ///   - paragraphsWithTerm: The number of paragraphs of the index that contain the term.
  ///   - attributes: The doc values of all paragraphs of the index.
  init(paragraphsWithTerm: Int, attributes: ParagraphAttributes) {
    inverseDocumentFrequency = Self.inverseDocumentFrequency(
      of: paragraphsWithTerm, among: attributes.paragraphCount)
    constant = Self.k1 * (1 - Self.b)
    slope = Self.k1 * Self.b / attributes.meanCharacterCount
  }

  /// Returns the term's score in a paragraph; higher is better.
  ///
  /// - Parameters:
  ///   - frequency: The number of matches in the paragraph.
  ///   - characterCount: The number of folded characters of the paragraph.
  @inline(__always)
  func score(frequency: UInt32, characterCount: UInt32) -> Double {
    let frequency = Double(frequency)
    return inverseDocumentFrequency * frequency * (Self.k1 + 1)
      / (frequency + constant + slope * Double(characterCount))
  }
}
