/// What is found in the text. It counts as one unit in ranking.
public enum Term: Hashable, Sendable {
  /// A string of characters: 控辍保学, and with `~` also where it is interrupted.
  case literal(Literal)
  /// Strings with something open between them: `控?保学`, `从…到`.
  case pattern(Pattern)
  /// The unfolded characters themselves: `original:"控輟保學"`.
  case original(OriginalText)
  /// A named list of spellings: `@双减`.
  case concept(Concept)
}
