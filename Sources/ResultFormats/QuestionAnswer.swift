package import ReportSearch

/// The JSON and the first line of text for the answer to a question.
package enum QuestionAnswer {
  /// The version of the JSON format. A version may gain fields.
  package static let schema = 1

  /// Returns the answer as JSON: the number of paragraphs that share wording with the question, and
  /// the best hits in the format of a search.
  package static func record(of answer: Answer) -> Record {
    Record([
      ("schema", .integer(schema)),
      ("question", .text(answer.question)),
      ("totals", .record(Record([("paragraphs", .integer(answer.paragraphs))]))),
      ("hits", .records(answer.hits.map { SearchAnswer.hit($0) })),
    ])
  }

  /// Returns the line above the hits, which says how they were chosen and that they are only the
  /// best.
  package static func totals(_ answer: Answer, in language: Language) -> String {
    guard !answer.hits.isEmpty else {
      return language.choose("没有与问题用词相近的段落\n", "No paragraph shares wording with the question.\n")
    }
    let (listed, all) = (answer.hits.count, answer.paragraphs)
    return language.choose(
      "用词最相近的 \(listed) 段（有相同用词的共 \(all) 段）；要全部列出，请用 search\n",
      "The \(listed) closest in wording of \(all) paragraphs that share wording with the "
        + "question. For complete results, use search.\n")
  }
}
