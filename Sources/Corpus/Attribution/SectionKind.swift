/// What a paragraph's part of the report is about.
public enum SectionKind: String, Hashable, Sendable, CaseIterable {
  /// What was done.
  case review
  /// What is to be done.
  case plan
  /// What was not done, and why (存在的问题).
  case problem
  /// What was learned from it (经验、体会).
  case experience
  /// Something else, or the report does not tell.
  case other
}
