/// Joins positioned words into lines, and lines into paragraphs.
enum LineText {
  /// Returns the text of a line.
  ///
  /// Latin words are separated by one space. Layout programs leave narrow gaps next to Chinese
  /// characters, for example around digits. Such a gap becomes a space only if it is about as wide
  /// as a character.
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

  /// Returns the text of pieces on one baseline, given from left to right.
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

  /// The widest gap next to a Chinese character that is not a space, in ems.
  private static let widestGapBesideChinese = 0.9
  /// The widest gap next to a mark used in both Chinese and Latin text that is not a space, in ems.
  private static let widestGapBesideMark = 0.3
  /// The widest gap inside a Latin word, in ems. A change of font can leave such a gap.
  private static let widestGapInWord = 0.08

  /// Appends a line to a paragraph.
  ///
  /// Latin words at the line break are separated by a space. A Latin word that was hyphenated at
  /// the line break is joined again.
  static func append(_ line: String, to text: inout String) {
    let end = Array(text.unicodeScalars.suffix(2))
    if let last = end.last, let first = line.unicodeScalars.first {
      if isHyphen(last), first.properties.isLowercase, end[0].properties.isLowercase {
        text.unicodeScalars.removeLast()
      } else if isLatin(last), isLatin(first), !isHyphen(last) {
        // No space after the hyphen of a range such as 2011-2020. A dash between words has its own
        // spaces.
        text += " "
      }
    }
    text += line
  }

  private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2010}" || scalar == "\u{AD}"
  }

  /// Returns true if the character belongs to a script that separates words with spaces.
  ///
  /// Characters from U+2000 are excluded, because “ and … can be part of Chinese text.
  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x2000 }
}
