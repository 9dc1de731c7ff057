package import ReportSearch

/// Writes all hits of one or more queries.
package struct HitList {
  /// A query with its totals.
  package struct Answer: Sendable {
    /// The query.
    package let query: TypedQuery
    /// The totals of the query.
    package let totals: SearchResult.Totals

    /// Creates an answer.
    package init(query: TypedQuery, totals: SearchResult.Totals) {
      self.query = query
      self.totals = totals
    }
  }

  /// The progress of writing a list.
  package struct Progress: Sendable {
    /// The index of the query that is being written, from 0, and the number of queries.
    package let query: Int, queries: Int
    /// The number of the query's paragraphs that have been written, and their total.
    package let paragraphsDone: Int, paragraphs: Int
  }

  private let options: HitListOptions
  private let rejected: RejectedHits

  /// Creates a hit list.
  ///
  /// - Parameter rejected: The matches to omit.
  package init(_ options: HitListOptions, rejecting rejected: RejectedHits = RejectedHits()) {
    self.options = options
    self.rejected = rejected
  }

  /// Writes the rows of the queries, one query after another, in the order that the options select.
  ///
  /// - Parameters:
  ///   - language: The language of text for people.
  ///   - progress: Called after each paragraph. An error that it throws ends the list.
  ///   - write: Receives the text of the list piece by piece.
  /// - Precondition: ``HitListOptions/Format/isText`` is true for the format.
  /// - Returns: The queries with their totals, in order.
  /// - Throws: An `IndexError`, or the error that `write` or `progress` throws.
  /// - Complexity: O(*n*) in the hits. Memory holds the ids of all hits and the text of one.
  package func write(
    _ queries: [TypedQuery], from index: Searcher, in language: Language = .chinese,
    progress: (Progress) throws -> Void = { _ in }, to write: @escaping (String) throws -> Void
  ) throws -> [Answer] {
    switch options.format {
    case .csv, .tsv, .stata:
      var writer = DelimitedHitList(options, write: write)
      return try fill(&writer, queries, from: index, progress)
    case .json, .jsonl:
      var writer = JSONHitList(options, write: write)
      return try fill(&writer, queries, from: index, progress)
    case .markdown:
      var writer = MarkdownHitList(language: language, write: write)
      return try fill(&writer, queries, from: index, progress)
    case .html:
      var writer = HTMLHitList(language: language, write: write)
      return try fill(&writer, queries, from: index, progress)
    case .bibtex, .ris:
      var writer = ReferenceList(options.format, write: write)
      return try fill(&writer, queries, from: index, progress)
    case .xlsx: preconditionFailure("a workbook is no text")
    }
  }

  /// Passes the hits of the queries to a writer.
  func fill(
    _ writer: inout some HitListWriter, _ queries: [TypedQuery], from index: Searcher,
    _ progress: (Progress) throws -> Void
  ) throws -> [Answer] {
    try writer.begin()
    let answers = try queries.enumerated().map { place, query in
      var (done, all) = (0, 0)
      let totals = try index.forEachHit(
        of: query.query, limit: options.limit, order: options.order, rejecting: rejected,
        begin: { totals in
          all = min(totals.paragraphs, options.limit ?? .max)
          try writer.begin(query, totals)
        }
      ) { hit in
        try writer.add(hit)
        done += 1
        try progress(
          Progress(query: place, queries: queries.count, paragraphsDone: done, paragraphs: all))
      }
      return Answer(query: query, totals: totals)
    }
    try writer.end(answers)
    return answers
  }
}
