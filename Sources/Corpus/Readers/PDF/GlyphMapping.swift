/// Recognizes words whose glyphs have no characters.
///
/// If a font has no mapping to Unicode, `pdftotext` gives the codes of its glyphs, which are often
/// control characters, or code points for private use.
enum GlyphMapping {
  /// True if a word of `pdftotext`, which contains no white space, has such glyphs.
  ///
  /// A single character for private use, and the same one repeated, is a bullet or an ornament.
  static func isIncomplete(in word: String) -> Bool {
    var privateUse: Set<Unicode.Scalar> = []
    for scalar in word.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: return true
      case .privateUse: privateUse.insert(scalar)
      case .unassigned where scalar.properties.isNoncharacterCodePoint: return true
      default: if scalar == "\u{FFFD}" { return true }
      }
    }
    return privateUse.count > 1 && privateUse.count * 2 >= word.unicodeScalars.count
  }
}
