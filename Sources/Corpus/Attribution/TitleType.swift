import TextAnalysis

/// Infers the type of a document from its title.
///
/// | Title                                 | Type       |
/// |---------------------------------------|------------|
/// | `青溪县教育局2011年工作总结`               | 工作总结   |
/// | `2021年工作总结及2022年工作思路`           | 总结和计划 |
/// | `关于2021年工作总结的报告`                | 工作总结   |
/// | `关于印发《2016年工作要点》的通知`          | 通知       |
/// | `青溪县实施《中华人民共和国某某法》办法`      | 法律法规   |
/// | `青溪县养犬管理办法（试行）`               | 办法       |
///
/// The title of another document in 《》 counts only if there is no other text.
enum TitleType {
  /// Returns the document type, or `nil` if the title has none.
  static func type(ofTitle title: String) -> DocumentType? {
    let whole = withoutAdditions(FoldedText(title).string)
    var outer = withoutQuotedTitles(whole)
    if outer.isEmpty { outer = whole.filter { $0 != "《" && $0 != "》" } }
    if isLaw(outer, whole) { return .law }
    for (endings, type) in decisive where endings.contains(where: { outer.hasSuffix($0) }) {
      return type
    }
    if let review = place(of: reviewWords, in: outer),
      let plan = place(of: planWords, in: outer, isLast: true), review < plan
    {
      return .summaryAndPlan
    }
    // 工作计划完成情况 is not a plan.
    for (words, type) in telling
    where (type != .plan || !outer.contains("情况"))
      && words.contains(where: { outer.contains($0) })
    { return type }
    for (endings, type) in faint where endings.contains(where: { outer.hasSuffix($0) }) {
      return type
    }
    return nil
  }

  /// Returns true if a line in the position of a title is worded like one: it has a document type,
  /// or ends with 情况, 概况, 综述 or 材料.
  static func isTitle(_ line: String) -> Bool {
    type(ofTitle: line) != nil
      || ["情况", "概况", "综述", "材料"].contains { line.hasSuffix($0) }
  }

  /// Endings that decide the type regardless of the words before them.
  private static let decisive: [([String], DocumentType)] = [
    (["讲话", "讲话稿", "讲话提纲", "致辞", "致辞稿", "致词", "发言", "发言稿", "发言材料", "演讲"], .speech),
    (["通知"], .notice), (["公报"], .bulletin), (["意见"], .opinion), (["方案", "预案"], .scheme),
    (["规划", "纲要", "行动计划", "发展计划"], .program), (["办法"], .measures),
    (["决定", "决议", "批复", "函", "公告", "通告", "通报", "章程"], .other),
  ]
  /// Words that decide the type at any position; the first matching row applies.
  private static let telling: [([String], DocumentType)] = [
    (["总结", "小结"], .summary), (["工作报告", "述职报告"], .report),
    (["工作计划", "工作要点", "工作思路", "工作打算"], .plan), (["工作回顾"], .summary),
  ]
  /// Endings that decide the type if nothing else does.
  private static let faint: [([String], DocumentType)] = [
    (["报告", "汇报", "汇报材料", "汇报提纲"], .report), (["计划", "要点", "思路", "打算", "安排", "设想"], .plan),
  ]
  private static let reviewWords = ["总结", "小结", "回顾", "情况"]
  private static let planWords = ["计划", "思路", "打算", "要点", "安排", "展望", "设想"]

  private static let lawEndings = [
    "条例", "规定", "细则", "规则", "法典", "修正案", "法实施办法", "条例实施办法",
  ]
  /// Words that end with 法 without being laws.
  private static let noLaws = [
    "办法", "做法", "方法", "执法", "普法", "司法", "用法", "书法", "立法", "看法", "想法", "说法", "手法", "学法", "守法", "教法",
  ]
  private static let lawgivers = ["人民代表大会", "人大常委会", "最高人民法院", "最高人民检察院", "国务院"]

  private static func isLaw(_ outer: String, _ whole: String) -> Bool {
    if lawEndings.contains(where: { outer.hasSuffix($0) }) { return true }
    if outer.hasSuffix("法"), !noLaws.contains(where: { outer.hasSuffix($0) }) { return true }
    if outer.hasSuffix("办法"), whole.contains("实施《"), ["法》", "条例》"].contains(where: whole.contains) {
      return true
    }
    return ["决定", "决议", "解释", "批复"].contains { outer.hasSuffix($0) }
      && lawgivers.contains { outer.contains($0) }
  }

  /// Removes trailing additions: brackets, 范文, `5篇`, digits, a full stop.
  private static func withoutAdditions(_ title: String) -> String {
    // 計畫 is the Taiwanese form of 计划; folding makes it 计画.
    var title = title.replacing("计画", with: "计划")[...]
    while let last = title.last {
      if last == ")", let bracket = title.lastIndex(of: "("), bracket > title.startIndex {
        title = title[..<bracket]
      } else if last == "。" || last.isNumber && last.isASCII {
        title.removeLast()
      } else if let ending = ["范文", "全文", "摘要", "精选"].first(where: { title.hasSuffix($0) }) {
        title.removeLast(ending.count)
      } else if last == "篇",
        title.dropLast().unicodeScalars.last.map(ChineseNumeral.isNumeral) == true
      {
        title.removeLast()
        while let digit = title.unicodeScalars.last, ChineseNumeral.isNumeral(digit) {
          title.removeLast()
        }
      } else {
        break
      }
    }
    return String(title)
  }

  private static func withoutQuotedTitles(_ title: String) -> String {
    var depth = 0
    return title.filter { character in
      if character == "《" { depth += 1 }
      defer { if character == "》" { depth -= 1 } }
      return depth <= 0
    }
  }

  /// Returns the position of the first (or last) of the words in a title.
  private static func place(
    of words: [String], in title: String, isLast: Bool = false
  ) -> String.Index? {
    let places = words.compactMap { word in
      isLast ? title.ranges(of: word).last?.lowerBound : title.firstRange(of: word)?.lowerBound
    }
    return isLast ? places.max() : places.min()
  }
}
