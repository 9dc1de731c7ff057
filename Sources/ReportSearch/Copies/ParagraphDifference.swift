public import Corpus
import TextAnalysis

/// The difference between two paragraphs: the parts that are equal, and those that only one has.
///
/// Paragraphs are compared in their folded form, so 輟 equals 辍, and reported in their original
/// spelling. A year, a place name or a number is one unit: `2011年` and `2012年` differ as a whole.
public struct ParagraphDifference: Hashable, Sendable {
  /// A part of the comparison, with a range on each side.
  public struct Part: Hashable, Sendable {
    /// The relation of the two sides.
    public enum Kind: String, Hashable, Sendable {
      /// The sides are equal.
      case equal
      /// Only the left side has text.
      case deletion
      /// Only the right side has text.
      case insertion
      /// The sides have different text at the same position.
      case substitution
    }

    /// The relation of the two sides.
    public let kind: Kind
    /// The kind of mention that was replaced by another of the same kind; `nil` for other parts.
    public let mention: Mention.Kind?
    /// The range in the left paragraph, in Unicode scalars; empty in an insertion.
    public let leftRange: Range<Int>
    /// The range in the right paragraph, in Unicode scalars; empty in a deletion.
    public let rightRange: Range<Int>
    /// The text of the left side.
    public let left: String
    /// The text of the right side.
    public let right: String
  }

  /// The parts in order. The left sides add up to the left paragraph and the right sides to the
  /// right one, unless it is empty after folding.
  public let parts: [Part]
  /// The Jaccard similarity over strings of four folded characters, from 0 to 1. Paragraphs are
  /// near-duplicates from 0.8 on.
  public let similarity: Double

  /// Compares two texts.
  ///
  /// - Complexity: O(*n* · *d*) in the pieces and the differences. If more than 20,000 pieces
  ///   remain without the common prefix and suffix, they are reported as one substitution.
  public init(from left: String, to right: String) {
    let sides = (DifferenceSide(left), DifferenceSide(right))
    parts = PieceAlignment(sides.0.pieces, sides.1.pieces).stretches.map { stretch in
      let ranges = (
        sides.0.characters(ofPieces: stretch.left), sides.1.characters(ofPieces: stretch.right)
      )
      return Part(
        kind: stretch.isEqual
          ? .equal
          : stretch.right.isEmpty ? .deletion : stretch.left.isEmpty ? .insertion : .substitution,
        mention: stretch.mention, leftRange: ranges.0, rightRange: ranges.1,
        left: sides.0.text(ranges.0), right: sides.1.text(ranges.1))
    }
    similarity = Shingles(of: left).similarity(to: Shingles(of: right))
  }
}

/// The unit of comparison: a year, a place name, a number, or any other folded character.
struct DifferencePiece: Hashable {
  /// The folded text.
  let text: [UInt8]
  let mention: Mention.Kind?
}

/// One side of a comparison.
private struct DifferenceSide {
  let pieces: [DifferencePiece]
  private let scalars: [Unicode.Scalar]
  /// The offset of the original scalar at which each piece begins, followed by the end of the text.
  private let starts: [Int]

  init(_ text: String) {
    let folded = FoldedText(text)
    var mentions = Mention.mentions(in: text, folded: folded)[...]
    var pieces: [DifferencePiece] = []
    var starts: [Int] = []
    var counter = CharacterCounter(text)
    var place = 0
    while place < folded.characterCount {
      let mention = mentions.first.flatMap { $0.characters.lowerBound == place ? $0 : nil }
      if mention != nil { mentions.removeFirst() }
      let range = mention?.characters ?? place..<place + 1
      pieces.append(
        DifferencePiece(
          text: Array(folded.utf8[folded.utf8Range(ofCharacters: range)]), mention: mention?.kind))
      let origin = folded.originalUTF8Range(ofCharacters: place..<place + 1).lowerBound
      starts.append(starts.last.map { max($0, counter.characters(before: origin)) } ?? 0)
      place = range.upperBound
    }
    scalars = Array(text.unicodeScalars)
    self.pieces = pieces
    self.starts = starts + [pieces.isEmpty ? 0 : scalars.count]
  }

  /// Returns the range of the original scalars of some pieces, including those after them that
  /// folding dropped.
  func characters(ofPieces range: Range<Int>) -> Range<Int> {
    starts[range.lowerBound]..<max(starts[range.lowerBound], starts[range.upperBound])
  }

  func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
}
