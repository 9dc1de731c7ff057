/// A separator between the years of a span or list: `—`, 至, 、, 和.
struct YearJoint {
  /// The position after the separator.
  let end: Int
  /// True if the years in between are included: `2011-2013年`.
  let isSpan: Bool

  /// Reads the separator at a position, or returns `nil` if there is none.
  ///
  /// A comma joins bare numbers (`2010,2011年`) but not numbers with 年 (`2010年,2011年`).
  init?(_ text: YearText, at place: Int, behindYear: Bool) {
    var end = place + 1
    switch text[place] {
    case "-", "—", "–", "―", "─", "−", "~", "〜", "‐", "‑":
      while end < place + 3, text[end] == text[place] { end += 1 }
      isSpan = true
    case "至", "到":
      isSpan = true
    case "一":
      // In 2011一2015年, the numeral 一 replaces a dash.
      guard !behindYear, text[place - 1].isASCII, text[place + 1].isASCII else { return nil }
      isSpan = true
    case "、", "和", "与", "及", "/":
      isSpan = false
    case "以":
      guard text[end] == "及" else { return nil }
      end += 1
      isSpan = false
    case ",":
      guard !behindYear else { return nil }
      isSpan = false
    default: return nil
    }
    self.end = end
  }
}
