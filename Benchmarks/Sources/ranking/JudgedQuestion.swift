/// A question with the articles that people judged to answer it.
struct JudgedQuestion {
  let id: String
  let text: String
  let answers: Set<String>

  /// Reads the questions that have judgments.
  static func questions(in folder: String) throws -> [JudgedQuestion] {
    var answers: [String: Set<String>] = [:]
    for fields in try TabSeparated.lines(of: folder + "/qrels.tsv", fields: 4) {
      answers[fields[0], default: []].insert(fields[2])
    }
    return try TabSeparated.lines(of: folder + "/queries.tsv", fields: 2).compactMap { fields in
      answers[fields[0]].map { JudgedQuestion(id: fields[0], text: fields[1], answers: $0) }
    }
  }
}
