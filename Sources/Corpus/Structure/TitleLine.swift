import TextAnalysis

/// A line that looks like the title of a report: `2011年某县教育局工作总结`.
///
/// It ends with a document type, is short, and is neither a sentence nor a numbered heading.
struct TitleLine: Hashable {
  /// The folded title without its year and decorations. Two titles of one report have the same key.
  let key: String
  /// The folded title without decorations: bullet, part number, announcement, final 。, and suffixes
  /// such as 范文.
  let folded: String
  /// True if the title announces several reports: `工作计划(5篇)`.
  let announcesSeveral: Bool
  /// True if the title contains a word for an issuer, such as 局 or 学校.
  let namesIssuer: Bool
  /// True if the title ends with the word for a report or plan, and not for another document type.
  let isReport: Bool
  /// True if the title begins with a part number: `第一篇:`.
  let beginsPart: Bool
  /// The first year or placeholder in the title, for example `2011` or `20xx`.
  let year: String?
  /// True if the title ends like those of office reports and plans (总结, 小结, or 工作 before the
  /// document type), and not like a project title.
  let isNamedForWork: Bool
  /// True if the line ends with 。.
  let hasFullStop: Bool

  /// The maximum length of a title in scalars.
  static let longest = 45

  /// Parses a title, or returns `nil` if the line is not one.
  init?(_ line: String) {
    guard line.utf8.count <= Self.longest * 4 else { return nil }
    var title = FoldedText(ChromeCandidate.withoutBullet(line)).string
    beginsPart = Self.removePartNumber(&title)
    guard HeadingMarker(startOf: title) == nil,
      (4...Self.longest).contains(title.unicodeScalars.count)
    else { return nil }
    hasFullStop = title.hasSuffix("。")
    if hasFullStop { title.removeLast() }
    announcesSeveral = Self.removeAnnouncement(&title)
    for ending in ["范文", "(试行)", "(草案)", "(征求意见稿)", "(全文)"] where title.hasSuffix(ending) {
      title.removeLast(ending.count)
    }
    guard let ending = Self.endings.first(where: { title.hasSuffix($0) }) else { return nil }
    let marks: Set<Character> = ["。", ",", ";", "!", "?", ":"]
    guard !title.contains(where: { marks.contains($0) }) else { return nil }
    guard !title.hasPrefix("附件") else { return nil }
    isReport = Self.reportEndings.contains(ending)
    namesIssuer = Self.issuers.contains { title.contains($0) }
    folded = title
    (key, year) = Self.withoutYear(title)
    isNamedForWork = ending == "总结" || ending == "小结" || title.hasSuffix("工作" + ending)
    // 和田地区教育局2015年工作总结 begins with 和, which otherwise joins two lines of a title.
    let opensLikeJoint = Self.joints.contains(title.unicodeScalars.first!)
    guard
      !opensLikeJoint || beginsPart || (title.hasPrefix("和") && namesIssuer && year != nil)
    else { return nil }
  }

  /// Removes a part number such as `第一篇:`, `篇2:` or `范文3:` from the start of a title. Returns true
  /// if there was one.
  private static func removePartNumber(_ title: inout String) -> Bool {
    let scalars = Array(title.unicodeScalars.prefix(10))
    let isOrdinal = scalars.first == "第"
    let start = isOrdinal || scalars.first == "篇" ? 1 : title.hasPrefix("范文") ? 2 : 0
    guard start > 0 else { return false }
    var end = start
    while end < scalars.count, ChineseNumeral.isNumeral(scalars[end]) { end += 1 }
    guard end > start, end < scalars.count, !isOrdinal || scalars[end] == "篇" else { return false }
    if isOrdinal { end += 1 }
    if end < scalars.count, scalars[end] == ":" { end += 1 }
    title = String(title.unicodeScalars.dropFirst(end))
    return true
  }

  /// Removes an announcement such as `(5篇)`, `(精选三篇)` or `5篇` from the end of a title. Returns true
  /// if there was one.
  private static func removeAnnouncement(_ title: inout String) -> Bool {
    var end = title.endIndex
    if title.hasSuffix(")") { end = title.index(before: end) }
    var head = title[..<end]
    guard head.hasSuffix("篇") || head.hasSuffix("合集") || head.hasSuffix("汇总") else { return false }
    if head.hasSuffix("篇") {
      head.removeLast()
      guard let digit = head.unicodeScalars.last, ChineseNumeral.isNumeral(digit) else {
        return false
      }
      while let digit = head.unicodeScalars.last, ChineseNumeral.isNumeral(digit) {
        head.removeLast()
      }
    } else {
      head.removeLast(2)
    }
    if let bracket = head.lastIndex(of: "("), title.hasSuffix(")") { head = head[..<bracket] }
    for word in ["精选", "通用", "最新", "共"] where head.hasSuffix(word) { head.removeLast(word.count) }
    title = String(head)
    return true
  }

  /// Returns the title without the first `2011年`, `2011年度` or `20xx年`, and the removed year.
  private static func withoutYear(_ title: String) -> (key: String, year: String?) {
    let scalars = Array(title.unicodeScalars)
    guard scalars.count > 5 else { return (title, nil) }
    for start in 0..<scalars.count - 4 where scalars[start + 4] == "年" {
      let digits = scalars[start..<start + 4]
      guard digits.allSatisfy({ ("0"..."9").contains($0) || $0 == "x" || $0 == "*" }) else {
        continue
      }
      var end = start + 5
      if end < scalars.count, scalars[end] == "度" { end += 1 }
      var rest = String.UnicodeScalarView(scalars[..<start])
      rest.append(contentsOf: scalars[end...])
      return (String(rest), String(String.UnicodeScalarView(digits)))
    }
    return (title, nil)
  }

  private static let reportEndings = [
    "总结", "小结", "计划", "思路", "要点", "打算", "报告", "汇报",
  ]
  private static let endings =
    reportEndings + [
      "意见", "通知", "方案", "办法", "规划", "讲话", "公报", "决定", "条例", "规定", "细则", "纲要", "通报", "安排",
    ]
  private static let issuers = [
    "局", "厅", "委", "政府", "学校", "中学", "小学", "幼儿园", "办公室", "大学", "学院", "教育",
  ]
  /// Characters that begin the second line of a title or a line that is not a title.
  private static let joints: Set<Unicode.Scalar> = ["和", "及", "与", "暨", "—", "-", "并"]
}
