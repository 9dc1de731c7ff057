import TextAnalysis

/// Finds the publication date in the lines around the text.
struct PublicationDate {
  let page: Page
  let title: Int?
  /// The indices of the first and the last line of the text.
  let text: Int
  let end: Int

  /// The publication date: one with a label (`发布时间：2013-01-08`), else that of a `<time>` element or
  /// one without a label near the title.
  var date: CalendarDate? {
    let above = page.lines[..<text].indices.suffix(60).reversed().filter { isUsable($0) }
    let below = page.lines[(end + 1)...].indices.prefix(8).filter { isUsable($0) }
    if let date = (above + below).lazy.compactMap({ labelledDate($0) }).first { return date }
    let head = above.filter { place in title.map { place > $0 - 6 } ?? (text - place <= 8) }
    for place in head {
      if let date = page.lines[place].date { return date }
      let line = page.lines[place].line.text
      if line.utf8.count <= 240, let date = PublicationLine.date(in: line) { return date }
    }
    return nil
  }

  private func isUsable(_ place: Int) -> Bool {
    let line = page.lines[place].line
    guard line.chrome != .hidden, line.text.utf8.count <= 600 else { return false }
    if page.lines[place].date != nil { return true }
    return line.text.utf8.contains { (0x30...0x39).contains($0) || $0 == 0xEF }
      && !Self.todayWords.occur(in: Array(line.text.utf8))
  }

  private static let labels = [
    "发布时间", "发布日期", "公布日期", "发布于", "发表于", "发表时间", "发表日期", "发稿时间", "上传时间", "更新时间", "更新日期", "添加时间",
    "录入时间", "时间", "日期",
  ]

  private static let todayWords = WordSet(["今天是", "现在是", "欢迎"])
  private static let labelWords = WordSet(["时间", "日期", "发布于", "发表于"])

  private func labelledDate(_ place: Int) -> CalendarDate? {
    let text = page.lines[place].line.text
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == 0xEF }),
      Self.labelWords.occur(in: Array(text.utf8))
    else { return nil }
    for label in Self.labels {
      guard let range = text.firstRange(of: label),
        range.lowerBound == text.startIndex
          || !Self.isHan(text.unicodeScalars[text.unicodeScalars.index(before: range.lowerBound)])
      else { continue }
      // The date is next to its label: 有效日期 and 报名截止时间 are other dates.
      let after = text[range.upperBound...].prefix(30)
      let digits = after.prefix { !$0.isNumber }
      guard digits.count <= 4 else { continue }
      if let date = PublicationLine.date(in: String(after)) { return date }
    }
    return nil
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }
}
