import TextAnalysis

/// Classifies headings by the section that they open.
///
/// | Heading               | Kind         |
/// |-----------------------|--------------|
/// | `一、主要工作及成效`       | `review`     |
/// | `二、存在的问题和不足`     | `problem`    |
/// | `（二）主要经验`          | `experience` |
/// | `三、下一步工作打算`       | `plan`       |
/// | `1.创新工作思路`         | none         |
/// | `（二）实施三年行动计划`    | none         |
///
/// The first keyword decides: 一、2014年工作回顾和2015年工作安排 is a review. A heading that begins with a verb
/// of action (创新, 落实, 实施) has no kind. Below the top level, a keyword counts only at the beginning
/// or end of the heading.
enum SectionHeading {
  /// Returns the kind of section that a heading opens, or `nil` if it has none.
  ///
  /// - Parameters:
  ///   - heading: The heading with its number.
  ///   - isHighest: True for a top-level heading.
  ///   - isInPlan: True if the document is a plan, where only unambiguous words mark a review.
  static func kind(of heading: String, isHighest: Bool, isInPlan: Bool = false) -> SectionKind? {
    let text = ArraySlice(body(of: heading).unicodeScalars)
    if isHighest,
      proposals.contains(where: { String(String.UnicodeScalarView(text)).hasSuffix($0) })
    {
      return .plan
    }
    guard !deeds.begins(text) else { return nil }
    var first: (place: Range<Int>, kind: SectionKind)?
    for (kind, words) in vocabulary {
      let words = kind == .review && isInPlan ? plainReviews : words
      let place = words.places(in: text).first { place in
        let rest = text[place.upperBound...]
        if kind == .plan, outcomes.occurs(in: rest) { return false }
        if kind == .problem, remedies.occurs(in: text[..<place.lowerBound]) { return false }
        return isHighest || place.lowerBound == 0 || rest.isEmpty
      }
      guard let place else { continue }
      // At the same position the longer word wins: 存在问题 over 问题.
      let isFirst = first.map {
        (place.lowerBound, -place.count) < ($0.place.lowerBound, -$0.place.count)
      }
      if isFirst ?? true { first = (place, kind) }
    }
    return first?.kind
  }

  /// Returns the kind of section that the year in a heading implies: 三、2013年重点工作 in a report about
  /// 2012 opens a plan.
  ///
  /// - Parameter coming: The first year that the report cannot review yet.
  static func kind(of heading: String, before coming: Int) -> SectionKind? {
    let text = body(of: heading)
    guard let year = TitleYear.year(ofTitle: text).year,
      !plainReviews.occurs(in: ArraySlice(text.unicodeScalars))
    else { return nil }
    return year == coming ? .plan : year == coming - 1 ? .review : nil
  }

  /// Returns the kind of section that an unnumbered line such as `下一步打算` opens, or `nil` if the
  /// line is not a heading or has no kind.
  static func kind(ofUnnumbered line: String) -> SectionKind? {
    guard line.utf8.count <= longestUnnumbered * 3, let last = line.unicodeScalars.last,
      !sentenceEnds.contains(last)
    else { return nil }
    return kind(of: line, isHighest: false)
  }

  /// Returns the folded heading without its number and trailing punctuation.
  static func body(of heading: String) -> String {
    let folded = FoldedText(heading).string
    let count = HeadingMarker(startOf: folded)?.characterCount ?? 0
    var text = String(folded.unicodeScalars.dropFirst(count))
    while let last = text.last, last == "。" || last == ":" || last == "," { text.removeLast() }
    return text
  }

  /// The maximum length of an unnumbered heading in Han characters, which take three bytes each.
  private static let longestUnnumbered = 14
  private static let sentenceEnds: Set<Unicode.Scalar> = [
    "。", "；", ";", "！", "!", "？", "?", "，", ",", "、",
  ]
  private static let vocabulary: [(SectionKind, Vocabulary)] = [
    (
      .plan,
      [
        "工作计划", "打算", "思路", "下一步", "下步", "下阶段", "下一阶段", "今后", "明年", "来年", "下半年", "下年", "下学期",
        "工作安排", "安排意见", "工作要点", "展望", "努力方向", "新的一年", "工作目标", "目标任务", "主要目标", "主要任务",
        "目标和任务", "总体要求", "总体部署", "奋斗目标", "预期目标", "工作设想", "重点任务", "政府工作任务", "未来", "建议",
      ]
    ),
    (
      .problem,
      [
        "存在的问题", "存在问题", "存在的主要问题", "存在的突出问题", "主要问题", "突出问题", "问题与", "问题和", "问题及", "问题、",
        "不足", "困难和", "困难与", "困难及", "困难、", "存在的困难", "主要困难", "薄弱环节", "存在的差距", "差距和", "差距与",
      ]
    ),
    (.experience, ["主要经验", "基本经验", "工作经验", "几点体会", "体会", "启示", "经验"]),
    (
      .review,
      [
        "总结", "回顾", "成绩", "成效", "成果", "完成情况", "工作情况", "开展情况", "进展", "主要工作", "执行情况", "落实情况",
        "过去", "成就", "基本情况", "一年来", "年来", "以来", "亮点", "做法", "所做", "特色工作", "开展的工作",
      ]
    ),
  ]
  /// Words that mark a review even in a plan: 上年工作回顾.
  private static let plainReviews: Vocabulary = [
    "回顾", "工作总结", "完成情况", "执行情况", "取得的成绩", "工作成效", "过去", "上年", "去年",
  ]
  /// Words that turn a plan keyword before them into a review: 工作目标完成情况.
  private static let outcomes: Vocabulary = ["完成", "执行情况", "落实情况", "实施情况", "进展"]
  /// Words before a problem keyword that describe a remedy: 重视解决突出问题.
  private static let remedies: Vocabulary = ["解决", "加强", "化解", "破解", "克服", "针对", "整治", "整改", "补"]
  /// Endings of headings that propose future government work: 关于1998年政府工作的建议.
  private static let proposals = ["工作的建议", "任务的建议"]
  /// Verbs of action at the beginning of a heading, which describe a measure and not a section.
  private static let deeds: Vocabulary = [
    "加强", "强化", "创新", "理清", "厘清", "明确", "转变", "拓宽", "完善", "落实", "推进", "实施", "抓", "解决", "化解", "突出",
    "聚焦", "紧扣", "围绕", "坚持", "健全", "深化", "制定", "认真", "科学", "总结经验", "总结推广", "推广", "关于", "补齐", "优化",
    "提高", "提升", "扎实", "积极", "努力办", "克服", "巩固", "展示", "学习",
  ]
}
