public import ReportSearch
import TextAnalysis

/// A match with what stands beside it in its paragraph.
///
/// No text is cut inside what people take for one character: a context may be shorter than was asked for,
/// and the match is shown with marks that belong to its last character.
public struct ConcordanceLine: Hashable, Sendable {
  /// The paragraph.
  public let hit: Hit
  /// The match.
  public let match: Match
  /// What stands before the match.
  public let left: String
  /// The match.
  public let text: String
  /// What stands behind the match.
  public let right: String

  /// The line as JSON.
  public var record: Record {
    let row = HitRow(hit: hit, match: match)
    let beside: [(String, Cell)] = [
      ("left", .text(left)), ("match", .text(text)), ("right", .text(right)),
    ]
    return Record(beside + Self.columns.map { ($0.name, $0.value(row)) } + match.partsField)
  }

  /// What lines tell beside their texts: everything but the texts of whole paragraphs and their scores.
  private static let columns = (HitColumn.ofMatch + HitColumn.ofHit).filter {
    !["paragraph", "score", "rank"].contains($0.name)
  }
}

extension CuttableText {
  /// A match of the text with at most `context` characters on each side.
  func line(of match: Match, in hit: Hit, context: Int) -> ConcordanceLine {
    let lower = boundary(before: match.characterRange.lowerBound)
    let upper = boundary(behind: match.characterRange.upperBound)
    let start = boundary(behind: lower - min(lower, context))
    let end = boundary(before: upper + min(characterCount - upper, context))
    return ConcordanceLine(
      hit: hit, match: match, left: self[start..<lower], text: self[lower..<upper],
      right: self[upper..<end])
  }
}
