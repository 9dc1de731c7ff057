package import ReportSearch
import TextAnalysis

/// A match with its context in its paragraph.
///
/// Text is cut only between grapheme clusters. A context may therefore be shorter than requested,
/// and the match includes the combining marks of its last character.
package struct ConcordanceLine: Hashable, Sendable {
  /// The paragraph with the match.
  package let hit: Hit
  /// The match.
  package let match: Match
  /// The left context.
  package let left: String
  /// The text of the match.
  package let text: String
  /// The right context.
  package let right: String

  /// The line as JSON.
  package var record: Record {
    let row = HitRow(hit: hit, match: match)
    let beside: [(String, Cell)] = [
      ("left", .text(left)), ("match", .text(text)), ("right", .text(right)),
    ]
    return Record(beside + Self.columns.map { ($0.name, $0.value(row)) } + match.partsField)
  }

  /// The columns after the texts: all but the whole paragraph, the score and the rank.
  private static let columns = (HitColumn.ofMatch + HitColumn.ofHit).filter {
    !["paragraph", "score", "rank"].contains($0.name)
  }
}

extension CuttableText {
  /// Returns a match with at most `context` characters on each side.
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
