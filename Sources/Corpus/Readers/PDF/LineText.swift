/// Joins words to lines, and lines to paragraphs, as they were written before a page was made of them.
enum LineText {
  /// Returns the text of a line.
  ///
  /// Between Latin words stands one space. Beside Chinese characters programs leave narrow gaps, around
  /// digits for one, that are no spaces; only a gap about as wide as a character is.
  ///
  /// | Words                          | Text              |
  /// |--------------------------------|-------------------|
  /// | `截至` `2024` `年`, a quarter apart | `截至2024年`     |
  /// | `王` `明`, one character apart     | `王 明`           |
  /// | `GDP` `per` `capita`           | `GDP per capita`  |
  static func text(of piece: LinePiece) -> String {
    var text = ""
    var last: PageWord?
    for word in piece.words {
      if let last {
        text += separator(last, word, gap: word.box.left - last.box.right, em: piece.em)
      }
      text += word.text
      last = word
    }
    return text
  }

  /// Returns the text of pieces on one baseline, from left to right.
  static func text(of pieces: [LinePiece]) -> String {
    LinePiece(pieces.flatMap(\.words)).map(text) ?? ""
  }

  private static func separator(
    _ left: PageWord, _ right: PageWord, gap: Double, em: Double
  ) -> String {
    let (last, first) = (left.text.unicodeScalars.last!, right.text.unicodeScalars.first!)
    let widest =
      if last.isWide || first.isWide {
        widestGapBesideChinese
      } else if isLatin(last), isLatin(first) { widestGapInWord } else { widestGapBesideMark }
    return gap > em * widest ? " " : ""
  }

  /// The widest gap beside a Chinese character that is no space: characters.
  private static let widestGapBesideChinese = 0.9
  /// The widest gap beside a mark that Chinese and Latin text share.
  private static let widestGapBesideMark = 0.3
  /// The widest gap between the parts of a Latin word, which a change of fonts may leave.
  private static let widestGapInWord = 0.08

  /// Adds a line to a paragraph: Latin words stay apart, and a Latin word that was broken at a hyphen is
  /// whole again.
  static func append(_ line: String, to text: inout String) {
    let end = Array(text.unicodeScalars.suffix(2))
    if let last = end.last, let first = line.unicodeScalars.first {
      if isHyphen(last), first.properties.isLowercase, end[0].properties.isLowercase {
        text.unicodeScalars.removeLast()
      } else if isLatin(last), isLatin(first), !isHyphen(last) {
        // A line broke behind the hyphen of 2011-2020; between words a dash has spaces.
        text += " "
      }
    }
    text += line
  }

  private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2010}" || scalar == "\u{AD}"
  }

  /// Whether a character belongs to scripts that write spaces; “ and … may belong to Chinese text.
  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x2000 }
}
