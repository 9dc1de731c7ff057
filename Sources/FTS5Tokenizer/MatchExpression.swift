public import TextAnalysis

/// A query in the syntax of FTS5. Only this type writes it, so that no user's text is ever read as
/// syntax.
public struct MatchExpression: Hashable, Sendable {
  /// The text that stands behind `MATCH`.
  public let rawValue: String

  /// The phrase of a literal's pairs of characters; for one character the prefix query on it.
  ///
  /// `控辍保学` gives `"控辍保学"`, which the tokenizer cuts, and `控` gives `"控" *`.
  public init(_ literal: FoldedText) {
    rawValue = Self.phrase(literal)
  }

  /// The paragraphs in which a literal may stand interrupted once: its two parts, at every place where
  /// it can be cut, near each other. A superset, to be checked against the text.
  ///
  /// `控辍保学` gives `NEAR("控" * "辍保学", 6) OR NEAR("控辍" "保学", 6) OR NEAR("控辍保" "学" *, 6)`. Between
  /// parts that are *g* characters apart lie *g* tokens if the first is one character, else *g* + 1, and
  /// one more for a space at the cut, which folding drops from a part.
  public init(interrupted literal: FoldedText) {
    let scalars = Array(literal.string.unicodeScalars)
    let cuts = (1..<max(scalars.count, 1)).map { cut in
      let parts = [scalars[..<cut], scalars[cut...]].map {
        Self.phrase(FoldedText(String(String.UnicodeScalarView($0))))
      }
      return "NEAR(\(parts[0]) \(parts[1]), \(FoldedText.longestInterruption + 3))"
    }
    rawValue = cuts.joined(separator: " OR ")
  }

  private static func phrase(_ literal: FoldedText) -> String {
    // By scalars: a mark and a combining character behind it are one `Character`, and no `"`.
    var quoted = String.UnicodeScalarView()
    for scalar in literal.string.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return literal.characterCount == 1 ? "\"\(String(quoted))\" *" : "\"\(String(quoted))\""
  }
}
