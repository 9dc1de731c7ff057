public import Corpus
import Foundation
import TextAnalysis

/// How a query was evaluated, and where the scores of its hits come from.
public struct Explanation: Hashable, Sendable {
  /// A term of the query that is not excluded.
  public struct ExplainedTerm: Hashable, Sendable {
    /// The term.
    public let term: Term
    /// The number of paragraphs of the index that have it: df.
    public let paragraphCount: Int
    /// How much one occurrence of it says: `ln(1 + (N − df + 0.5)/(df + 0.5))`.
    public let inverseDocumentFrequency: Double
  }

  /// What a term adds to the score of a hit.
  public struct Part: Hashable, Sendable {
    /// The term.
    public let term: ExplainedTerm
    /// The number of its occurrences in the paragraph, literal and loose: tf.
    public let frequency: Int
    /// What it adds to the score, the boost of titles and headings included.
    public let score: Double
  }

  /// The terms, in their order in the query.
  public let terms: [ExplainedTerm]
  /// The number of paragraphs of the index: N.
  public let paragraphCount: Int
  /// Why FTS5 was asked for the lists of postings, which takes longer than to read its pages; `nil` if these
  /// were read.
  public let unreadablePages: UnreadablePages?
  /// The parts of the score of each hit, by the identifier of its paragraph, in the order of the terms; a
  /// term that the paragraph does not have has none.
  public let parts: [String: [Part]]

  /// By how much the score of a paragraph of a kind is multiplied.
  public static func boost(of kind: Paragraph.Kind) -> Double { Ranking.boost(of: kind) }
}

extension Searcher {
  /// Explains the hits of a result.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the postings of the terms and in the paragraphs of the hits' reports that have
  ///   one of them.
  public func explanation(of result: SearchResult) throws -> Explanation {
    let count = try contents().paragraphs
    var terms: [Explanation.ExplainedTerm] = []
    var parts: [String: [Explanation.Part]] = [:]
    let wanted = Set(result.hits.map(\.paragraph.identifier))
    let reports = Set(result.hits.map(\.report.identifier)).sorted()
    for term in result.query.positiveTerms {
      let frequency = try ranking(of: .term(term), limit: 0).totals.paragraphs
      let explained = Explanation.ExplainedTerm(
        term: term, paragraphCount: frequency,
        inverseDocumentFrequency: log(
          1 + (Double(count - frequency) + 0.5) / (Double(frequency) + 0.5)))
      terms.append(explained)
      guard !reports.isEmpty else { continue }
      let filters = reports.map { Query.filter(.text(.report, FoldedText($0))) }
      _ = try forEachHit(of: .all(of: [.term(term), .any(of: filters)])) { hit in
        guard wanted.contains(hit.paragraph.identifier) else { return }
        parts[hit.paragraph.identifier, default: []].append(
          Explanation.Part(term: explained, frequency: hit.matches.count, score: hit.score))
      }
    }
    return Explanation(
      terms: terms, paragraphCount: count, unreadablePages: db.unreadablePages, parts: parts)
  }
}
