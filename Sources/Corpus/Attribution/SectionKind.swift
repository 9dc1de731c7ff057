/// The kind of section that a paragraph belongs to.
public enum SectionKind: String, Hashable, Sendable, CaseIterable {
  /// Completed work.
  case review
  /// Future work.
  case plan
  /// Shortcomings and their causes (存在的问题).
  case problem
  /// Lessons learned (经验、体会).
  case experience
  /// Any other section, or an unknown one.
  case other
}
