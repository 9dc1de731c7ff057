public import TextAnalysis

/// Strings with wildcards between them: `控?保学`, `从…到`.
///
/// Pieces that are joined only by ``Joint/anyCharacter(count:)`` form one *span*, which matches
/// from its first to its last character. Gaps separate spans. The matches of a pattern without a
/// gap are the leftmost occurrences of its span that do not overlap. The matches of A…B are
/// found as follows:
///
/// 1. Find the first occurrence of A, from left to right, that B follows within ``longestGap``
///    folded characters. The gap must contain neither a sentence end (。！？!?；;) nor a line end of
///    the original text. Occurrences of A may overlap in this step.
/// 2. Take the nearest such occurrence of B. For a longer pattern A…B…C, take the nearest B after
///    which the rest can be found in the same way.
/// 3. Replace A by its last occurrence that ends before that B, so that the gap is as short as
///    possible.
/// 4. The ranges of the spans are matches: two for A…B, three for A…B…C. The search continues
///    after the last of them.
public struct Pattern: Hashable, Sendable {
  /// A wildcard between two pieces.
  public enum Joint: Hashable, Sendable {
    /// Exactly `count` arbitrary folded characters; at least one.
    case anyCharacter(count: Int)
    /// At most ``Pattern/longestGap`` folded characters without a sentence end.
    case gap
  }

  /// The maximum length of a gap in folded characters.
  public static let longestGap = 20

  /// The strings, folded. At least two; none is empty.
  public let pieces: [FoldedText]
  /// The wildcards between each piece and the next.
  public let joints: [Joint]

  /// Creates a pattern, or returns `nil` if there are fewer than two pieces, a piece is empty after
  /// folding, or the number of joints is not one less than that of the pieces.
  public init?(pieces: [String], joints: [Joint]) {
    self.pieces = pieces.map(FoldedText.init(refolding:))
    self.joints = joints
    guard pieces.count > 1, joints.count == pieces.count - 1,
      !self.pieces.contains(where: \.isEmpty), !joints.contains(.anyCharacter(count: 0))
    else { return nil }
  }
}
