package import ReportSearch

extension QuestionError {
  /// What is wrong with the question, and what to do, in one or two sentences.
  package func message(in language: Language) -> String {
    switch self {
    case .empty:
      language.choose(
        "问题里没有文字。请写出要问的，例如：怎样防止学生辍学？",
        "The question has no words. Write what to ask, for example 怎样防止学生辍学？")
    case .tooLong(let characters, let limit):
      language.choose(
        "问题有 \(characters) 个字符，上限是 \(limit)。请缩短。",
        "The question has \(characters) characters; the limit is \(limit). Shorten it.")
    }
  }
}
