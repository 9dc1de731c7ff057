public import ReportSearch

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
    return Record(beside + Self.columns.map { ($0.name, $0.value(row)) })
  }

  /// What lines tell beside their texts: everything but the texts of whole paragraphs and their scores.
  private static let columns = (HitColumn.ofMatch + HitColumn.ofHit).filter {
    !["paragraph", "score", "rank"].contains($0.name)
  }
}

/// A paragraph's text with the places at which it may be cut.
struct ContextText {
  private let scalars: [Unicode.Scalar]
  /// Whether what people take for one character begins at each character.
  private let isBoundary: [Bool]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    var boundaries = [Bool](repeating: false, count: scalars.count + 1)
    var place = 0
    for character in text {
      boundaries[place] = true
      place += character.unicodeScalars.count
    }
    boundaries[place] = true
    isBoundary = boundaries
  }

  /// A match of the text with at most `context` characters on each side.
  func line(of match: Match, in hit: Hit, context: Int) -> ConcordanceLine {
    var lower = match.characterRange.lowerBound
    while !isBoundary[lower] { lower -= 1 }
    var upper = match.characterRange.upperBound
    while !isBoundary[upper] { upper += 1 }
    var start = lower - min(lower, context)
    while !isBoundary[start] { start += 1 }
    var end = upper + min(scalars.count - upper, context)
    while !isBoundary[end] { end -= 1 }
    return ConcordanceLine(
      hit: hit, match: match, left: text(start..<lower), text: text(lower..<upper),
      right: text(upper..<end))
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }
}
