import TextAnalysis

/// Tells the section of each paragraph of a report.
///
/// The nearest heading that tells wins. Where none does, a plan is a plan, a 总结 is a review until a
/// heading of the highest level has opened its plan, and laws and notices are neither.
enum Sections {
  /// The kind of a section, and whether a heading, an opening line or the kind of document tells it; else
  /// it follows from what stood before.
  struct Section: Hashable {
    var kind: SectionKind
    var isTold: Bool
  }

  /// Returns the sections in which paragraphs stand, in their order.
  ///
  /// - Parameters:
  ///   - isDelivered: Whether the report was delivered before a meeting.
  ///   - year: The year that the report is about, as far as it is known without its text.
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
    /// What paragraphs are where no heading above them tells.
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
        // The title once more tells nothing that the kind of document does not.
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

  /// What a heading of the highest level opens.
  ///
  /// Behind the plan of a 总结 the rest is plan. A government's report names its tasks one by one
  /// behind its review, and none of these headings says that it is one.
  private static func next(
    after current: SectionKind, _ told: SectionKind?, _ type: DocumentType, _ isDelivered: Bool
  ) -> SectionKind {
    if let told { return told }
    if current == .plan || current == .other { return current }
    if isDelivered || type.isPlan { return .plan }
    return current == .review || type == .report || type.isSummary ? .review : .other
  }

  /// What the paragraphs of a document are where it says nothing else.
  private static func usualKind(
    in type: DocumentType, title: String, isDelivered: Bool
  ) -> SectionKind {
    if type.isPlan { return .plan }
    if type.isSummary { return .review }
    guard type == .report, !isDelivered else { return .other }
    let title = FoldedText(title).string
    return reviews.contains { title.contains($0) } ? .review : .other
  }

  /// What the titles of reports say that tell what was done.
  private static let reviews = ["工作", "情况", "汇报", "述职"]
}
