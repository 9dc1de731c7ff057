public import Corpus
import TextAnalysis

/// In what two paragraphs differ: the parts of both that are the same, and those that only one has.
///
/// They are compared as the index sees them, so that 輟 is 辍, and told as they are written. A year, a
/// place or a number is one piece: `2011年` and `2012年` differ as a whole.
public struct ParagraphDifference: Hashable, Sendable {
  /// A part of both paragraphs.
  public struct Part: Hashable, Sendable {
    /// How the sides of a part differ.
    public enum Kind: String, Hashable, Sendable {
      /// They say the same.
      case equal
      /// Only the left one says it.
      case deletion
      /// Only the right one says it.
      case insertion
      /// They say different things in the same place.
      case substitution
    }

    /// How the sides differ.
    public let kind: Kind
    /// What was put in the place of another of its kind; `nil` if it is something else.
    public let mention: Mention.Kind?
    /// The characters (Unicode scalars) of the left paragraph; empty in an insertion.
    public let leftRange: Range<Int>
    /// The characters (Unicode scalars) of the right paragraph; empty in a deletion.
    public let rightRange: Range<Int>
    /// The text of the left paragraph.
    public let left: String
    /// The text of the right paragraph.
    public let right: String
  }

  /// The parts in their order; the left sides together are the left paragraph, the right sides the right
  /// one, unless folding leaves nothing of it.
  public let parts: [Part]
  /// The share of the strings of four folded characters that both have among those that one or the other
  /// has, from 0 to 1: from 0.8 on they are copies.
  public let similarity: Double

  /// Compares two texts.
  ///
  /// - Complexity: O(*n* · *d*) in the characters and the differences; where more than 20,000 characters
  ///   and numbers have nothing in common at their ends, these are told as one substitution.
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

/// What is compared as one: a year, a place, a number, or any other character.
struct DifferencePiece: Hashable {
  /// The folded text.
  let text: [UInt8]
  let mention: Mention.Kind?
}

/// One of two texts that are compared.
private struct DifferenceSide {
  let pieces: [DifferencePiece]
  private let scalars: [Unicode.Scalar]
  /// The original character at which each piece begins; one more entry says where the text ends.
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

  /// The original characters of some pieces, with what folding dropped behind them.
  func characters(ofPieces range: Range<Int>) -> Range<Int> {
    starts[range.lowerBound]..<max(starts[range.lowerBound], starts[range.upperBound])
  }

  func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
}
