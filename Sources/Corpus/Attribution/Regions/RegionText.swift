import TextAnalysis

/// A short text, folded for name matching, with a mapping to its original.
///
/// 四川省瀘州市 and 四川省 泸州市 fold to the same text.
struct RegionText {
  /// The original text.
  let original: String
  /// The folded characters.
  let characters: RegionCharacters
  private let folded: FoldedText

  init(_ text: String) {
    original = text
    folded = FoldedText(text)
    characters = RegionCharacters(
      units: folded.string.unicodeScalars.map { UInt16(exactly: $0.value) ?? 0xFFFD })
  }

  /// Returns the original text of a range of folded characters.
  func written(_ range: Range<Int>) -> String {
    let bytes = folded.originalUTF8Range(ofCharacters: range)
    return String(decoding: Array(original.utf8)[bytes], as: UTF8.self)
  }
}
