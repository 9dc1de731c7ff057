package import ReportSearch

extension QuestionError {
  /// Returns one or two sentences that say what is wrong with the question and what to do.
  package func message(in language: Language) -> String {
    switch self {
    case .empty:
      language.choose(
        "问题中没有文字。请输入问题，例如：怎样防止学生辍学？",
        "The question contains no text. Enter a question, for example 怎样防止学生辍学？")
    case .tooLong(let characters, let limit):
      language.choose(
        "问题有 \(characters) 个字符，上限是 \(limit)。请缩短。",
        "The question has \(characters) characters; the limit is \(limit). Shorten it.")
    }
  }
}
