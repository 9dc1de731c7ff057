public import Corpus

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
        // The result may be of an earlier state.
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
