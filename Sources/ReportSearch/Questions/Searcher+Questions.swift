import Corpus

extension Searcher {
  /// Returns the paragraphs that match a question best, for users who do not know the exact
  /// wording.
  ///
  /// ```swift
  /// let answer = try searcher.ask("怎样防止学生辍学？", limit: 20)
  /// ```
  ///
  /// Paragraphs are scored by the bigrams and characters that they share with the question, in
  /// their text, the headings above them and the title of their report. Titles, headings and
  /// signatures are not answers. The order is deterministic for the same index.
  ///
  /// - Parameters:
  ///   - question: A question, or any text of a few words, of at most 1,000 characters.
  ///   - limit: The maximum number of hits to return.
  /// - Throws: A ``QuestionError`` or an ``IndexError``.
  /// - Complexity: O(*n*) in the postings of the bigrams, plus reading some hundred texts.
  public func ask(_ question: String, limit: Int) throws -> Answer {
    let terms = try QuestionTerms(asking: question)
    return try translatingErrors {
      let ranking = try ranking(of: terms, limit: limit)
      let copies = try docValues().copies()
      var reader = IndexedTextReader(db, paragraphs: ranking.best.map(\.id))
      let hits = try ranking.best.enumerated().map { place, ranked in
        let (paragraph, reportID) = try reader.paragraph(Int(ranked.id))
        let report = try reader.report(reportID)
        return Hit(
          rank: place + 1, score: ranked.score, paragraph: paragraph, report: report,
          matches: Match.matches(of: terms, in: paragraph, ofReport: report.year),
          copies: try reader.membership(of: ranked.id, in: copies))
      }
      return Answer(question: question, paragraphs: ranking.sharing, hits: hits)
    }
  }

  /// Returns the paragraphs that match a question best as ids, without their texts.
  ///
  /// - Throws: A ``QuestionError`` or an ``IndexError``.
  /// - Complexity: The same as ``ask(_:limit:)``.
  public func ranking(ofQuestion question: String, limit: Int) throws -> [RankedParagraph] {
    let terms = try QuestionTerms(asking: question)
    return try translatingErrors { try ranking(of: terms, limit: limit).best }
  }

  private func ranking(of terms: QuestionTerms, limit: Int) throws -> QuestionRanking {
    let evaluator = try evaluator()
    return try QuestionRanking(
      of: terms, postings: evaluator.postings, columns: evaluator.columns,
      fields: evaluator.columns.answerFields(), limit: limit)
  }
}
