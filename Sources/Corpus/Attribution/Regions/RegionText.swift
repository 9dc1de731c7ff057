import TextAnalysis

/// A short text as the rules of names see it, with the way back to what was written.
///
/// 四川省瀘州市 and 四川省 泸州市 are the same text here.
struct RegionText {
  /// The text as it stands.
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

  /// What was written where some folded characters are.
  func written(_ range: Range<Int>) -> String {
    let bytes = folded.originalUTF8Range(ofCharacters: range)
    return String(decoding: Array(original.utf8)[bytes], as: UTF8.self)
  }
}
