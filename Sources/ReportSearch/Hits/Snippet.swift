import TextAnalysis

/// An excerpt of a paragraph around neighbouring matches. It consists of whole sentences where
/// possible.
///
/// ```
/// 全面加强控辍保学工作。                    ‹控辍保学› marked at 4..<8
/// ```
///
/// It contains ranges and no markup. All offsets are in Unicode scalars of the original text.
public struct Snippet: Hashable, Sendable {
  /// The range of the excerpt in the paragraph.
  public let characterRange: Range<Int>
  /// The text of the excerpt.
  public let text: String
  /// The matches in the excerpt, in order. Adjacent and overlapping matches are listed separately.
  /// Ranges are relative to the beginning of the paragraph.
  public let matches: [Match]
  /// True if the paragraph has text before the excerpt.
  public let isCutBefore: Bool
  /// True if the paragraph has text after the excerpt.
  public let isCutBehind: Bool
}

extension Hit {
  /// Returns the excerpts of the paragraph that contain its matches, in order.
  ///
  /// Each match is shown with its whole sentence; consecutive sentences form one excerpt. A
  /// sentence with more than `longest` characters before or after its matches is cut there, but
  /// never inside a user-perceived character.
  ///
  /// - Parameter longest: The maximum number of Unicode scalars of a sentence before the first
  ///   match and after the last match of an excerpt, and half the maximum between two matches; at
  ///   least 1.
  /// - Complexity: O(*n*) in the length of the paragraph.
  public func snippets(longest: Int = 60) -> [Snippet] {
    let text = SnippetText(paragraph.text)
    var snippets: [(range: Range<Int>, matches: [Match])] = []
    for match in matches {
      let sentences = text.sentences(around: match.characterRange)
      let start = max(
        sentences.lowerBound,
        text.characters.boundary(before: match.characterRange.lowerBound - longest))
      let end = min(
        sentences.upperBound,
        text.characters.boundary(behind: match.characterRange.upperBound + longest))
      if let last = snippets.last, start <= last.range.upperBound {
        let range = last.range.lowerBound..<max(end, last.range.upperBound)
        snippets[snippets.count - 1] = (range, last.matches + [match])
      } else {
        snippets.append((start..<end, [match]))
      }
    }
    return snippets.map { range, matches in
      Snippet(
        characterRange: range, text: text.characters[range], matches: matches,
        isCutBefore: range.lowerBound > 0,
        isCutBehind: range.upperBound < text.characters.characterCount)
    }
  }
}

/// A text with its sentence boundaries.
private struct SnippetText {
  /// The text with the positions at which it may be cut.
  let characters: CuttableText
  /// The offsets at which sentences begin, except for the first, ascending.
  private let sentenceStarts: [Int]

  init(_ text: String) {
    characters = CuttableText(text)
    let folded = FoldedText(text)
    var counter = CharacterCounter(text)
    sentenceStarts = SentenceBreaks(in: text, folded: folded).sentenceStarts.map {
      counter.characters(
        before: folded.originalUTF8Range(ofCharacters: $0..<$0 + 1).lowerBound)
    }
  }

  /// Returns the range of the sentences that intersect a range, without white space at its ends.
  func sentences(around range: Range<Int>) -> Range<Int> {
    let start = sentenceStarts.last { $0 <= range.lowerBound } ?? 0
    let end = sentenceStarts.first { $0 >= range.upperBound } ?? characters.characterCount
    return characters.boundary(before: start)..<characters.boundary(behind: end)
  }
}
