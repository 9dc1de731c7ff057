import TextAnalysis

/// What kind of document a report is, by the words that its title uses.
public enum DocumentType: String, Hashable, Sendable, CaseIterable, Codable {
  /// It tells what was done.
  case summary = "工作总结"
  /// It tells what is to be done: 计划, 要点, 思路, 打算.
  case plan = "工作计划"
  /// It tells what was done and what is to be done.
  case summaryAndPlan = "总结和计划"
  /// It reports to somebody: 报告, 汇报.
  case report = "报告"
  /// It advises those below: 意见.
  case opinion = "意见"
  /// It tells those below what to do, or sends them another document: 通知.
  case notice = "通知"
  /// It lays out one undertaking: 方案, 预案.
  case scheme = "方案"
  /// It says how something is dealt with: 办法.
  case measures = "办法"
  /// It plans several years: 规划, 纲要, 行动计划.
  case program = "规划"
  /// It was spoken: 讲话, 致辞.
  case speech = "讲话"
  /// It publishes figures or decisions: 公报.
  case bulletin = "公报"
  /// It is law: 法, 条例, 规定, 细则, decisions of people's congresses.
  case law = "法律法规"
  /// It is something else, or does not tell.
  case other = "其他"
}

extension DocumentType {
  /// Takes a type by its name, or by a shorter one that can mean no other: 总结, 计划.
  public init?(named name: String) {
    let name = FoldedText(name).string
    switch name {
    case "总结": self = .summary
    case "计划", "要点", "思路": self = .plan
    default: self.init(rawValue: name)
    }
  }

  /// Whether the document as a whole tells what is to be done.
  var isPlan: Bool { self == .plan || self == .program || self == .scheme }
  /// Whether the document tells what was done.
  var isSummary: Bool { self == .summary || self == .summaryAndPlan }

  /// Returns the type of a document: by its title, or by its headings where the title does not tell.
  ///
  /// A 总结 with a heading of the highest level that opens a plan (四、下一步打算) is both.
  init(title: String, paragraphs: [Paragraph]) {
    let titled = TitleType.type(ofTitle: title)
    guard titled == nil || titled == .summary else {
      self = titled!
      return
    }
    if titled == nil, DeliveredDocument.isNamed(in: paragraphs) {
      self = .report
      return
    }
    let headings = paragraphs.lazy.filter { $0.kind == .heading && $0.heading == nil }
    let kinds = headings.compactMap { SectionHeading.kind(of: $0.text, isHighest: true) }
    switch (titled, kinds.contains(.review), kinds.contains(.plan)) {
    case (.summary, _, true), (nil, true, true): self = .summaryAndPlan
    case (.summary, _, false), (nil, true, false): self = .summary
    case (_, false, true): self = .plan
    default:
      let isLaw = headings.contains { $0.text.hasPrefix("第一章") && $0.text.hasSuffix("总则") }
      self = isLaw ? .law : .other
    }
  }
}
