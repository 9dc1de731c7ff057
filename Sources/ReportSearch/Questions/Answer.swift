/// The answer to a question: the paragraphs that match it best.
///
/// It is a selection by similarity of wording. Unlike ``SearchResult``, it is never exhaustive.
public struct Answer: Sendable {
  /// The question as it was asked.
  public let question: String
  /// The number of paragraphs from which the best were chosen: those that share terms with the
  /// question in their text, their headings or the title of their report.
  public let paragraphs: Int
  /// The best paragraphs, in order, with the shared terms as matches.
  public let hits: [Hit]
}

/// The reason why a question cannot be answered.
public enum QuestionError: Error, Hashable, Sendable {
  /// It contains no letter and no digit.
  case empty
  /// It has more characters (Unicode scalars) than the limit.
  case tooLong(characters: Int, limit: Int)
}
