import Corpus

extension ReportIndex {
  /// Returns the paragraphs that answer a question best, for people who do not know how it is worded.
  ///
  /// ```swift
  /// let answer = try index.ask("怎样防止学生辍学？", limit: 20)
  /// ```
  ///
  /// What counts is which pairs of characters and which characters of the question a paragraph has, in its
  /// own text, in the headings that it stands under and in the title of its report. Titles, headings
  /// and signatures are no answers. The order is the same for the same index.
  ///
  /// - Parameters:
  ///   - question: A question, or any text of a few words; 1,000 characters at most.
  ///   - limit: The number of hits to return.
  /// - Throws: A ``QuestionError`` or an ``IndexError``.
  /// - Complexity: O(*n*) in the postings of the pairs, and reads some hundred texts.
  public func ask(_ question: String, limit: Int) throws -> Answer {
    let terms = try QuestionTerms(asking: question)
    return try reading { db in
      let ranking = try ranking(of: terms, limit: limit, in: db)
      let copies = try copyGroups(in: db)
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

  /// Returns the paragraphs that answer a question best, by their ids, without their texts.
  ///
  /// - Throws: A ``QuestionError`` or an ``IndexError``.
  /// - Complexity: As ``ask(_:limit:)``.
  public func ranking(ofQuestion question: String, limit: Int) throws -> [RankedParagraph] {
    let terms = try QuestionTerms(asking: question)
    return try reading { try ranking(of: terms, limit: limit, in: $0).best }
  }

  private func ranking(
    of terms: QuestionTerms, limit: Int, in db: any IndexSnapshot
  ) throws -> QuestionRanking {
    let (attributes, stored, postings) = try state(in: db)
    let columns = stored.source(db)
    return try QuestionRanking(
      of: terms, postings: postings, columns: columns,
      fields: fields.fields(of: stored) {
        try AnswerFields(attributes: attributes, columns: columns)
      }, limit: limit)
  }
}
