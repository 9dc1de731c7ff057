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
    let quoted = literal.string.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    rawValue = literal.characterCount == 1 ? "\"\(quoted)\" *" : "\"\(quoted)\""
  }
}
