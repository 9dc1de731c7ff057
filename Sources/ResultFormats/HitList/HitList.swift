package import ReportSearch

/// Writes all hits of queries.
package struct HitList {
  /// A query, and the numbers of what it found.
  package struct Answer: Sendable {
    /// The query.
    package let query: TypedQuery
    /// The numbers of what it found.
    package let totals: SearchResult.Totals

    /// Creates an answer.
    package init(query: TypedQuery, totals: SearchResult.Totals) {
      self.query = query
      self.totals = totals
    }
  }

  /// How far a list is.
  package struct Progress: Sendable {
    /// The place of the query that is being written, from 0, and the number of queries.
    package let query: Int, queries: Int
    /// The number of its paragraphs that are written, and of all.
    package let paragraphsDone: Int, paragraphs: Int
  }

  private let options: HitListOptions
  private let rejected: RejectedHits

  /// Prepares a hit list.
  ///
  /// - Parameter rejected: Matches to leave out.
  package init(_ options: HitListOptions, rejecting rejected: RejectedHits = RejectedHits()) {
    self.options = options
    self.rejected = rejected
  }

  /// Writes the rows of queries, one query after the other, in the order of the options.
  ///
  /// - Parameters:
  ///   - language: What texts for people are written in.
  ///   - progress: Told after each paragraph; what it throws ends the list.
  ///   - write: Takes the list's text piece by piece.
  /// - Precondition: The format ``HitListOptions/Format/isText``.
  /// - Returns: The numbers of what was found, in the order of the queries.
  /// - Throws: An `IndexError`, or what `write` or `progress` throws.
  /// - Complexity: O(*n*) in the hits; memory holds their ids and the text of one.
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

  /// Gives the hits of queries to a writer.
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
