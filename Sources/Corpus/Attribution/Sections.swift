import TextAnalysis

/// Assigns a section kind to each paragraph of a report.
///
/// The nearest heading with a kind decides. Without one, a plan is a plan, and a 总结 is a review
/// until a top-level heading opens its plan. Laws and notices have no review or plan sections.
enum Sections {
  /// A section kind and its certainty.
  ///
  /// `isTold` is true if a heading, an opening line or the document type states the kind. It is
  /// false if the kind follows from the preceding sections.
  struct Section: Hashable {
    var kind: SectionKind
    var isTold: Bool
  }

  /// Returns the section of each paragraph, in order.
  ///
  /// - Parameters:
  ///   - isDelivered: True if the report was delivered at a meeting.
  ///   - year: The year of the report as known before its text is read.
  static func sections(
    of paragraphs: [Paragraph], in type: DocumentType, title: String, isDelivered: Bool,
    year: Int?
  ) -> [Section] {
    let other = Section(kind: .other, isTold: false)
    guard type != .law, type != .notice else {
      return Array(repeating: other, count: paragraphs.count)
    }
    let foldedTitle = FoldedText(title)
    var sections: [Section] = []
    sections.reserveCapacity(paragraphs.count)
    let usual = Section(
      kind: usualKind(in: type, title: title, isDelivered: isDelivered), isTold: type.isPlan)
    /// The section of paragraphs that no heading classifies.
    var current = usual
    for paragraph in paragraphs {
      let isHighest = paragraph.heading == nil
      switch paragraph.kind {
      case .title: sections.append(usual)
      case .signature: sections.append(other)
      case .heading:
        var told = SectionHeading.kind(
          of: paragraph.text, isHighest: isHighest, isInPlan: type.isPlan)
        if isHighest, type.isSummary || isDelivered, told == nil || told == .review, let year {
          let coming = isDelivered ? year : year + 1
          told = SectionHeading.kind(of: paragraph.text, before: coming) ?? told
        }
        // A heading that repeats the title adds nothing to the document type.
        if isHighest, FoldedText(paragraph.text) == foldedTitle { told = nil }
        if isHighest {
          let kind = next(after: current.kind, told, type, isDelivered)
          current = Section(kind: kind, isTold: type.isPlan && kind == .plan)
        }
        sections.append(
          told.map { Section(kind: $0, isTold: true) }
            ?? paragraph.heading.map { sections[$0] } ?? current)
      case .body, .list, .table:
        if isHighest, paragraph.kind == .body {
          let opened =
            SectionHeading.kind(ofUnnumbered: paragraph.text)
            ?? (isDelivered ? DeliveredDocument.section(openedBy: paragraph.text) : nil)
          if let opened { current = Section(kind: opened, isTold: true) }
        }
        let inherited = paragraph.heading.map { sections[$0] }
        sections.append(inherited == nil || inherited?.kind == .other ? current : inherited!)
      }
    }
    return sections
  }

  /// Returns the kind of section after a top-level heading.
  ///
  /// After the plan of a 总结 has begun, the rest is plan. A 政府工作报告 lists its tasks after the review
  /// under headings that do not mention a plan.
  private static func next(
    after current: SectionKind, _ told: SectionKind?, _ type: DocumentType, _ isDelivered: Bool
  ) -> SectionKind {
    if let told { return told }
    if current == .plan || current == .other { return current }
    if isDelivered || type.isPlan { return .plan }
    return current == .review || type == .report || type.isSummary ? .review : .other
  }

  /// Returns the default section kind of a document.
  private static func usualKind(
    in type: DocumentType, title: String, isDelivered: Bool
  ) -> SectionKind {
    if type.isPlan { return .plan }
    if type.isSummary { return .review }
    guard type == .report, !isDelivered else { return .other }
    let title = FoldedText(title).string
    return reviews.contains { title.contains($0) } ? .review : .other
  }

  /// Words in titles of a 报告 that mark it as an account of completed work.
  private static let reviews = ["工作", "情况", "汇报", "述职"]
}
