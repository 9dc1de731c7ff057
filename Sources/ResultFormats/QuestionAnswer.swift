package import ReportSearch

/// The JSON and the first line of text that answer a question.
package enum QuestionAnswer {
  /// The version of the JSON. Fields may be added within a version.
  package static let schema = 1

  /// The answer: how many paragraphs share wording with the question, and the hits that fit best,
  /// as in the answer to a search.
  package static func record(of answer: Answer) -> Record {
    Record([
      ("schema", .integer(schema)),
      ("question", .text(answer.question)),
      ("totals", .record(Record([("paragraphs", .integer(answer.paragraphs))]))),
      ("hits", .records(answer.hits.map { SearchAnswer.hit($0) })),
    ])
  }

  /// The line above the hits: how they were chosen, and that they are not all.
  package static func totals(_ answer: Answer, in language: Language) -> String {
    guard !answer.hits.isEmpty else {
      return language.choose("没有与问题用词相近的段落\n", "no paragraph shares wording with the question\n")
    }
    let (listed, all) = (answer.hits.count, answer.paragraphs)
    return language.choose(
      "用词最相近的 \(listed) 段（有相同用词的共 \(all) 段）；要一处不漏，请用 search\n",
      "the \(listed) closest in wording of \(all) that share some; to miss nothing, use search\n")
  }
}
