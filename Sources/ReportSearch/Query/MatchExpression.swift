import TextAnalysis

/// A query in the syntax of FTS5. Only this type writes it, so that no user's text is ever read as
/// syntax.
struct MatchExpression: Hashable {
  /// The text that stands behind `MATCH`.
  let rawValue: String

  /// The phrase of a literal's pairs of characters; for one character the prefix query on it.
  ///
  /// `控辍保学` gives `"控辍保学"`, which the tokenizer cuts, and `控` gives `"控" *`.
  init(_ literal: FoldedText) {
    // By scalars: a mark and a combining character behind it are one `Character`, and no `"`.
    var quoted = String.UnicodeScalarView()
    for scalar in literal.string.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    rawValue = literal.characterCount == 1 ? "\"\(String(quoted))\" *" : "\"\(String(quoted))\""
  }
}
