public import Corpus

/// An account of how a query was evaluated, and of how the scores of its hits were computed.
public struct Explanation: Hashable, Sendable {
  /// A term of the query that is not excluded.
  public struct ExplainedTerm: Hashable, Sendable {
    /// The term.
    public let term: Term
    /// The document frequency df: the number of paragraphs that contain the term.
    public let paragraphCount: Int
    /// The inverse document frequency: `ln(1 + (N − df + 0.5)/(df + 0.5))`.
    public let inverseDocumentFrequency: Double
  }

  /// The contribution of a term to the score of a hit.
  public struct Part: Hashable, Sendable {
    /// The term.
    public let term: ExplainedTerm
    /// The term frequency tf: the number of literal and loose occurrences in the paragraph.
    public let frequency: Int
    /// The contribution to the score, including the boost of titles and headings.
    public let score: Double
  }

  /// The terms, in their order in the query.
  public let terms: [ExplainedTerm]
  /// The number of paragraphs N in the index.
  public let paragraphCount: Int
  /// The reason why postings were read through FTS5's C interface, which is slower than reading its
  /// pages; `nil` if the pages were read.
  public let unreadablePages: UnreadablePages?
  /// The contributions to each hit's score, by paragraph identifier, in the order of the terms.
  /// Terms that the paragraph does not contain are omitted.
  public let parts: [String: [Part]]

  /// Returns the factor by which the score of a paragraph of a kind is multiplied.
  public static func boost(of kind: Paragraph.Kind) -> Double { Ranking.boost(of: kind) }
}

extension Searcher {
  /// Explains the hits of a result.
  ///
  /// - Throws: An ``IndexError``.
  /// - Complexity: O(*n*) in the postings of the terms.
  public func explanation(of result: SearchResult) throws -> Explanation {
    try translatingErrors {
      var evaluator = try evaluator()
      let scoring = try Scoring(of: result.query, by: &evaluator)
      let terms = scoring.terms.map { term in
        Explanation.ExplainedTerm(
          term: term.term, paragraphCount: term.list.count,
          inverseDocumentFrequency: term.ranking.inverseDocumentFrequency)
      }
      var reader = IndexedTextReader(db)
      var parts: [String: [Explanation.Part]] = [:]
      for hit in result.hits {
        // The result may come from an earlier state of the index.
        guard let report = try reader.report(identifiedBy: hit.report.identifier),
          hit.paragraph.number <= report.paragraphCount
        else { continue }
        let id = UInt32(report.firstParagraph + hit.paragraph.number - 1)
        parts[hit.paragraph.identifier] = zip(terms, scoring.parts(ofParagraph: id))
          .filter { $1.frequency > 0 }
          .map { Explanation.Part(term: $0, frequency: $1.frequency, score: $1.score) }
      }
      return Explanation(
        terms: terms, paragraphCount: evaluator.attributes.paragraphCount,
        unreadablePages: db.unreadablePages, parts: parts)
    }
  }
}
