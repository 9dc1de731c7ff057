public import Corpus
public import ReportSearch
public import TextAnalysis

/// Shortcuts that answer one call each with a separate searcher, so that consecutive calls may see
/// different committed states.
extension ReportIndex {
  /// Returns the sizes of the index.
  public func contents() throws -> IndexContents { try read { try $0.contents() } }

  /// Returns the fingerprint of the contents.
  public func fingerprint() throws -> String { try read { try $0.fingerprint() } }

  /// Returns the number of the last commit.
  public func generation() throws -> Int { try read { try $0.generation() } }

  /// Returns the reports.
  public func reports() throws -> [IndexedReport] { try read { try $0.reports() } }

  /// Returns the report with an identifier.
  public func report(identifiedBy identifier: String) throws -> IndexedReport {
    try read { try $0.report(identifiedBy: identifier) }
  }

  /// Returns the paragraphs of a report.
  public func paragraphs(of report: IndexedReport) throws -> [IndexedParagraph] {
    try read { try $0.paragraphs(of: report) }
  }

  /// Returns the manual corrections.
  public func corrections() throws -> [ToldFact] { try read { try $0.corrections() } }

  /// Returns the first paragraphs of a query's result in an order, and the totals of the whole
  /// result.
  public func ranking(
    of query: Query, limit: Int, order: HitOrder = .rank
  ) throws -> (totals: SearchResult.Totals, best: [RankedParagraph]) {
    try read { try $0.ranking(of: query, limit: limit, order: order) }
  }

  /// Returns all paragraphs that contain a literal.
  public func postings(of literal: Literal) throws -> Postings {
    try read { try $0.postings(of: literal) }
  }

  /// Calls a closure with each hit of a query.
  public func forEachHit(
    of query: Query, limit: Int? = nil, order: HitOrder = .rank, foldsCopies: Bool = false,
    rejecting rejected: RejectedHits = RejectedHits(), _ body: (Hit) throws -> Void
  ) throws -> SearchResult.Totals {
    try read {
      try $0.forEachHit(
        of: query, limit: limit, order: order, foldsCopies: foldsCopies, rejecting: rejected, body)
    }
  }

  /// Counts the matches of a query.
  public func counts(
    of query: Query, by row: Facet, and column: Facet? = nil,
    rejecting rejected: RejectedHits = RejectedHits()
  ) throws -> CountTable {
    try read { try $0.counts(of: query, by: row, and: column, rejecting: rejected) }
  }

  /// Returns those of the given values of a facet for which texts exist.
  public func valuesWithTexts(
    among values: Set<String>, of query: Query, by facet: Facet
  ) throws -> Set<String> {
    try read { try $0.valuesWithTexts(among: values, of: query, by: facet) }
  }

  /// Returns the manual corrections with their reports.
  public func correctedReports() throws -> [Searcher.CorrectedReports] {
    try read { try $0.correctedReports() }
  }

  /// Returns near-duplicate groups.
  public func copies(
    of query: Query? = nil, limit: Int, offset: Int = 0
  ) throws -> CopyListing {
    try read { try $0.copies(of: query, limit: limit, offset: offset) }
  }

  /// Returns the text that a report shares with others.
  public func copies(in report: IndexedReport) throws -> ReportCopies {
    try read { try $0.copies(in: report) }
  }

  /// Returns the near-duplicate group of a paragraph, or `nil` if it belongs to none.
  public func copyGroup(ofParagraph identifier: String) throws -> CopyGroup? {
    try read { try $0.copyGroup(ofParagraph: identifier) }
  }

  /// Returns the pairs of reports that share the most text.
  public func reportPairs(limit: Int, offset: Int = 0) throws -> ReportPairListing {
    try read { try $0.reportPairs(limit: limit, offset: offset) }
  }

  /// Returns the paragraphs that answer a question best.
  public func ask(_ question: String, limit: Int) throws -> Answer {
    try read { try $0.ask(question, limit: limit) }
  }

  /// Returns alternatives to a query.
  public func suggestions(
    for query: Query, concepts: ConceptList = .sample
  ) throws -> [Suggestion] {
    try read { try $0.suggestions(for: query, concepts: concepts) }
  }

  /// Explains the hits of a result.
  public func explanation(of result: SearchResult) throws -> Explanation {
    try read { try $0.explanation(of: result) }
  }

  /// Compares the lists of FTS5's pages with those of its interface for some strings.
  public func comparePostings(of strings: [FoldedText]) throws -> PostingsComparison {
    try read { try $0.comparePostings(of: strings) }
  }

  /// Returns strings that occur in the paragraphs.
  public func sampleStrings(count: Int) throws -> [FoldedText] {
    try read { try $0.sampleStrings(count: count) }
  }
}
