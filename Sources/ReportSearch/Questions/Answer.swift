/// The answer to a question: the paragraphs that fit it best.
///
/// It is a choice by likeness of wording and, other than ``SearchResult``, never everything that
/// says something.
public struct Answer: Sendable {
  /// The question as it was asked.
  public let question: String
  /// The number of paragraphs among which the best were chosen: those that share wording with the
  /// question, by themselves, their headings or the title of their report.
  public let paragraphs: Int
  /// The paragraphs that fit best, in order, with the wording that they share marked.
  public let hits: [Hit]
}

/// Why a question cannot be answered.
public enum QuestionError: Error, Hashable, Sendable {
  /// It has no letter and no digit.
  case empty
  /// It is longer than the limit: characters (Unicode scalars).
  case tooLong(characters: Int, limit: Int)
}
