/// What joins the years of a span or a list: `—`, 至, 、, 和.
struct YearJoint {
  /// The place behind it.
  let end: Int
  /// Whether the years between belong to it: `2011-2013年`.
  let isSpan: Bool

  /// Reads the joint at a place.
  ///
  /// A comma joins numbers, `2010,2011年`, and no written years, `2010年,2011年`.
  init?(_ text: YearText, at place: Int, behindYear: Bool) {
    var end = place + 1
    switch text[place] {
    case "-", "—", "–", "―", "─", "−", "~", "〜", "‐", "‑":
      while end < place + 3, text[end] == text[place] { end += 1 }
      isSpan = true
    case "至", "到":
      isSpan = true
    case "一":
      // 2011一2015年 is written for 2011—2015年.
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
