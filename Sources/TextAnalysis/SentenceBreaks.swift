/// The positions in a text at which sentences and lines end.
///
/// A sentence ends after a run of 。！？; and the closing marks that follow it. Closing marks are
/// brackets and quotation marks of the original text: the Unicode categories Pe and Pf, and the
/// ASCII marks `"` and `'`. A sentence also ends at a line end of the original text. 他说：“好。” is one
/// sentence.
public struct SentenceBreaks: Sendable {
  /// The ascending indices of the folded characters that end a sentence.
  public let endMarks: [Int]
  /// The ascending indices of the folded characters that follow a line end of the original text.
  public let lineStarts: [Int]
  /// The ascending indices of the folded characters at which a sentence begins, except the first.
  public let sentenceStarts: [Int]

  /// Finds the breaks of a text.
  ///
  /// - Complexity: O(*n*).
  public init(in original: String, folded: FoldedText) {
    var original = original
    (endMarks, lineStarts, sentenceStarts) = original.withUTF8 { bytes in
      let lineEnds = bytes.indices.filter { place in
        Self.mayBeginLineEnd(bytes[place]) && Self.isLineEnd(decodeScalar(bytes, at: place).scalar)
      }
      var endMarks: [Int] = []
      var lineStarts: [Int] = []
      var sentenceStarts: [Int] = []
      var hasEnded = false
      for place in 0..<folded.characterCount {
        let isEnd = folded.isSentenceEnd(at: place)
        let isLineStart =
          place > 0
          && lineEnds.contains {
            folded.originStarts[place - 1] <= $0 && $0 < folded.originEnds[place]
          }
        if isLineStart { lineStarts.append(place) }
        if isLineStart || hasEnded && !isEnd && !Self.isClosing(bytes, of: folded, at: place) {
          sentenceStarts.append(place)
          hasEnded = false
        }
        if isEnd {
          endMarks.append(place)
          hasEnded = true
        }
      }
      return (endMarks, lineStarts, sentenceStarts)
    }
  }

  /// Returns true if a sentence or line ends between the end of one range and the start of a later
  /// one.
  public func lie(between end: Int, and start: Int) -> Bool {
    endMarks.contains { end <= $0 && $0 < start }
      || lineStarts.contains { end <= $0 && $0 <= start }
  }

  private static func isClosing(
    _ original: UnsafeBufferPointer<UInt8>, of folded: FoldedText, at place: Int
  ) -> Bool {
    let character = decodeScalar(original, at: Int(folded.originStarts[place])).scalar
    if character == 0x22 || character == 0x27 { return true }
    switch Unicode.Scalar(character)?.properties.generalCategory {
    case .closePunctuation, .finalPunctuation: return true
    default: return false
    }
  }

  private static func mayBeginLineEnd(_ byte: UInt8) -> Bool {
    0x0A...0x0D ~= byte || byte == 0xC2 || byte == 0xE2
  }

  private static func isLineEnd(_ character: UInt32) -> Bool {
    switch character {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension FoldedText {
  /// Returns true if a folded character is 。, !, ? or ;.
  fileprivate func isSentenceEnd(at place: Int) -> Bool {
    let start = Int(starts[place])
    return switch utf8[start] {
    case 0x21, 0x3B, 0x3F: true
    case 0xE3: utf8[start + 1] == 0x80 && utf8[start + 2] == 0x82
    default: false
    }
  }
}
