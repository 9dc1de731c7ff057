public import TextAnalysis

/// A full-text query in FTS5's syntax. Only this type creates such queries, so that user text is
/// never parsed as syntax.
public struct MatchExpression: Hashable, Sendable {
  /// The right operand of `MATCH`.
  public let rawValue: String

  /// Creates a phrase query for a literal's pairs of characters, or a prefix query for a single
  /// character.
  ///
  /// `控辍保学` yields `"控辍保学"`, which the tokenizer splits, and `控` yields `"控" *`.
  public init(_ literal: FoldedText) {
    rawValue = Self.phrase(literal)
  }

  /// Creates a query for a superset of the paragraphs that contain a literal with one interruption.
  /// The literal is split at each position, and its two parts must be near each other. The caller
  /// verifies the results against the text.
  ///
  /// `控辍保学` yields `NEAR("控" * "辍保学", 6) OR NEAR("控辍" "保学", 6) OR NEAR("控辍保" "学" *, 6)`. If *g*
  /// characters separate the parts, there are *g* tokens between them if the first part is a single
  /// character, otherwise *g* + 1. A space at the split adds one more, because folding drops it
  /// from a part.
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
    // Iterates over scalars, because a quotation mark followed by a combining character is a single
    // `Character` that differs from `"`.
    var quoted = String.UnicodeScalarView()
    for scalar in literal.string.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    return literal.characterCount == 1 ? "\"\(String(quoted))\" *" : "\"\(String(quoted))\""
  }
}
