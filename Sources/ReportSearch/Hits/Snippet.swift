import TextAnalysis

/// A part of a paragraph around matches that stand near each other: whole sentences, so that people can
/// read it, with the places of the matches in it.
///
/// ```
/// 全面加强控辍保学工作。                    ‹控辍保学› marked at 4..<8
/// ```
///
/// It holds ranges and no markup. All counts are of characters (Unicode scalars) of the original text.
public struct Snippet: Hashable, Sendable {
  /// The characters of the paragraph that it shows.
  public let characterRange: Range<Int>
  /// The text that it shows.
  public let text: String
  /// The matches in it, in their order, each by itself: adjacent ones are not joined, and those that
  /// overlap are all told. Ranges count from the beginning of the paragraph.
  public let matches: [Match]
  /// Whether text of the paragraph stands before it.
  public let isCutBefore: Bool
  /// Whether text of the paragraph stands behind it.
  public let isCutBehind: Bool
}

extension Hit {
  /// Returns the parts of the paragraph that show its matches, in their order.
  ///
  /// Each match is shown with the whole sentence that it stands in; sentences that follow one another are
  /// one snippet. A sentence that is longer than `longest` is cut at that distance from its matches, and
  /// never inside what people take for one character.
  ///
  /// - Parameter longest: The most characters of a sentence that are shown before the first of the matches
  ///   in a snippet, behind the last, and half of those that are shown between two; at least 1.
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

/// A text with its sentences.
private struct SnippetText {
  /// The text with the places at which it may be cut.
  let characters: CuttableText
  /// The characters at which sentences begin but the first, ascending.
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

  /// The range of the sentences that a range touches, without white space between it and other sentences.
  func sentences(around range: Range<Int>) -> Range<Int> {
    let start = sentenceStarts.last { $0 <= range.lowerBound } ?? 0
    let end = sentenceStarts.first { $0 >= range.upperBound } ?? characters.characterCount
    return characters.boundary(before: start)..<characters.boundary(behind: end)
  }
}
