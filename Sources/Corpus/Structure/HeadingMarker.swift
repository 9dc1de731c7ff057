import TextAnalysis

/// The number at the start of a heading or a list item: `一、`, `(二)`, `3.`, `(4)`, `⑤`, `第六章`.
struct HeadingMarker: Hashable {
  /// The forms of numbers, from the highest to the lowest heading level.
  enum Form: Int, Hashable, Comparable {
    case part, chapter, section, chinese, chineseInBrackets, arabic, arabicInBrackets, circled

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  let form: Form
  /// The number, below 200.
  let ordinal: Int
  /// The length of the marker in scalars.
  let characterCount: Int

  /// Parses the marker at the start of a line, or returns `nil` if there is none.
  ///
  /// | Line         | Form                | Ordinal |
  /// |--------------|---------------------|---------|
  /// | `第二章 总则`  | `chapter`           | 2       |
  /// | `一、工作`     | `chinese`           | 1       |
  /// | `（十二）`     | `chineseInBrackets` | 12      |
  /// | `3．加强`      | `arabic`            | 3       |
  /// | `3.5万人`     | none                |         |
  init?(startOf line: String) {
    let scalars = line.unicodeScalars.prefix(12).map(Self.narrowed)
    guard let first = scalars.first else { return nil }
    if (0x2460...0x2473).contains(first.value) {
      self.init(form: .circled, ordinal: Int(first.value) - 0x245F, characterCount: 1)
      return
    }
    let isBracketed = first == "("
    let isOrdinal = first == "第"
    let start = isBracketed || isOrdinal ? 1 : 0
    var end = start
    while end < scalars.count, ChineseNumeral.isNumeral(scalars[end]) { end += 1 }
    guard end > start, end < scalars.count else { return nil }
    var digits = String.UnicodeScalarView()
    digits.append(contentsOf: scalars[start..<end])
    let number = String(digits)
    guard let ordinal = ChineseNumeral.value(of: number), ordinal < 200 else { return nil }
    let isArabic = scalars[start].isASCII
    let after = scalars[end]
    let following = end + 1 < scalars.count ? scalars[end + 1] : nil
    if isOrdinal {
      guard let form = Self.divisions[after] else { return nil }
      self.init(form: form, ordinal: ordinal, characterCount: end + 1)
    } else if isBracketed {
      guard after == ")" else { return nil }
      let extra = following == "、" || following == "." ? 1 : 0
      self.init(
        form: isArabic ? .arabicInBrackets : .chineseInBrackets, ordinal: ordinal,
        characterCount: end + 1 + extra)
    } else {
      let isMark = after == "、" || after == "."
      let isDecimal = after == "." && following.map { ("0"..."9").contains($0) } ?? false
      guard isMark, !isDecimal else { return nil }
      self.init(
        form: isArabic ? .arabic : .chinese, ordinal: ordinal, characterCount: end + 1)
    }
  }

  private init(form: Form, ordinal: Int, characterCount: Int) {
    self.form = form
    self.ordinal = ordinal
    self.characterCount = characterCount
  }

  private static let divisions: [Unicode.Scalar: Form] = [
    "编": .part, "篇": .part, "章": .chapter, "节": .section,
  ]

  /// Returns the ASCII form of full-width digits, brackets and punctuation; other scalars
  /// unchanged.
  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0)! : scalar
  }
}
