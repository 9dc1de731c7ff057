/// A search term. It counts as one unit in ranking.
public enum Term: Hashable, Sendable {
  /// A string: 控辍保学. With `~` also with one interruption.
  case literal(Literal)
  /// Strings with wildcards between them: `控?保学`, `从…到`.
  case pattern(Pattern)
  /// Unfolded text: `original:"控輟保學"`.
  case original(OriginalText)
  /// A named list of spellings: `@双减`.
  case concept(Concept)
}
