import TextAnalysis

/// The type of a document (文种), inferred from its title.
public enum DocumentType: String, Hashable, Sendable, CaseIterable, Codable {
  /// A summary of completed work.
  case summary = "工作总结"
  /// A work plan: 计划, 要点, 思路, 打算.
  case plan = "工作计划"
  /// A summary of completed work followed by a plan.
  case summaryAndPlan = "总结和计划"
  /// A report to a superior body: 报告, 汇报.
  case report = "报告"
  /// Guidance for subordinate bodies: 意见.
  case opinion = "意见"
  /// Instructions to subordinate bodies, or a cover letter for another document: 通知.
  case notice = "通知"
  /// A scheme for a single project: 方案, 预案.
  case scheme = "方案"
  /// Rules of procedure: 办法.
  case measures = "办法"
  /// A plan for several years: 规划, 纲要, 行动计划.
  case program = "规划"
  /// The text of a speech: 讲话, 致辞.
  case speech = "讲话"
  /// Published figures or decisions: 公报.
  case bulletin = "公报"
  /// Legislation: 法, 条例, 规定, 细则, decisions of people's congresses.
  case law = "法律法规"
  /// Any other type, or an unknown one.
  case other = "其他"
}

extension DocumentType {
  /// Creates a type from its name or an unambiguous short form (总结, 计划), or returns `nil` for any
  /// other string.
  public init?(named name: String) {
    let name = FoldedText(name).string
    switch name {
    case "总结": self = .summary
    case "计划", "要点", "思路": self = .plan
    default: self.init(rawValue: name)
    }
  }

  /// True for document types that describe future work: 计划, 规划 and 方案.
  var isPlan: Bool { self == .plan || self == .program || self == .scheme }
  /// True for document types that summarize completed work.
  var isSummary: Bool { self == .summary || self == .summaryAndPlan }

  /// Infers the type from the title or, where the title gives no type, from the headings.
  ///
  /// A 总结 with a top-level heading that opens a plan (四、下一步打算) becomes ``summaryAndPlan``.
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
