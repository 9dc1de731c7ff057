public import TextAnalysis

/// Strings with something open between them: `控?保学`, `从…到`.
///
/// Pieces that are joined by ``Joint/anyCharacter(count:)`` alone are one *stretch*: a match from its
/// first to its last character. Gaps stand between stretches. The matches of a pattern without a gap
/// are the leftmost occurrences of its stretch that do not overlap. A match of A…B reaches from the
/// first character of A to the last of B; its parts are the two stretches. Matches are found so:
///
/// 1. From left to right, the first occurrence of A is looked for behind which B follows within
///    ``longestGap`` folded characters, with no end of a sentence (。！？!?；;) among them and no line
///    end of the original text between the two. Occurrences of A may overlap here.
/// 2. Of the occurrences of B that follow so, the nearest is taken; of a longer pattern, A…B…C, the
///    nearest from which the rest can be found in the same way.
/// 3. The last occurrence of A that ends before that B takes the place of the first, so that the gap
///    is the shortest.
/// 4. The range from the first stretch to the last is one match, with two parts of A…B and three of
///    A…B…C. The search goes on after it.
public struct Pattern: Hashable, Sendable {
  /// What stands between two pieces.
  public enum Joint: Hashable, Sendable {
    /// As many folded characters of whatever kind; at least one.
    case anyCharacter(count: Int)
    /// At most ``Pattern/longestGap`` folded characters, no end of a sentence among them.
    case gap
  }

  /// The most folded characters that a gap holds.
  public static let longestGap = 20

  /// The strings; at least two, none of them empty.
  public let pieces: [FoldedText]
  /// What stands between each piece and the next.
  public let joints: [Joint]

  /// Creates a pattern, or `nil` if folding leaves nothing of a piece, if there is only one, or if there
  /// is not a joint between any two of them.
  public init?(pieces: [String], joints: [Joint]) {
    self.pieces = pieces.map(FoldedText.init(refolding:))
    self.joints = joints
    guard pieces.count > 1, joints.count == pieces.count - 1,
      !self.pieces.contains(where: \.isEmpty), !joints.contains(.anyCharacter(count: 0))
    else { return nil }
  }
}
