import TextAnalysis

/// Assigns years to the spans of each paragraph of a report.
enum MentionAttribution {
  /// Attributes years to the paragraphs of a report.
  ///
  /// - Parameter isSectionTold: For each paragraph, whether its section kind is stated explicitly
  ///   (see ``Sections/Section``).
  /// - Complexity: O(*n*) in the characters of the text.
  static func attribute(_ report: inout Report, isSectionTold: [Bool]) {
    guard report.documentType != .law else {
      // The years that a law names refer to other laws, so only the law's own year applies.
      for place in report.paragraphs.indices { report.paragraphs[place].years = [] }
      return
    }
    var contexts: [Place: YearContext] = [:]
    for (index, paragraph) in report.paragraphs.enumerated() {
      let place = Place(
        heading: paragraph.heading, section: paragraph.section, isTold: isSectionTold[index])
      let context = contexts[place] ?? context(of: report, at: place)
      contexts[place] = context
      report.paragraphs[index].years = YearSpans.spans(of: paragraph.text, in: context)
    }
  }

  /// The key of the context cache: paragraphs of one section under one heading share a context.
  private struct Place: Hashable {
    let heading: Int?
    let section: SectionKind
    let isTold: Bool
  }

  private static func context(of report: Report, at place: Place) -> YearContext {
    var headings: [String] = []
    var next = place.heading
    while let heading = next {
      let text = report.paragraphs[heading].text
      // A heading that repeats the title adds nothing to the report's year.
      if !isTitle(text, of: report) { headings.append(text) }
      next = report.paragraphs[heading].heading
    }
    return YearContext(
      reportYear: report.year.year,
      hasOwnYear: [.manual, .metadata, .title, .filename].contains(report.year.basis),
      isGovernmentReport: DeliveredDocument.isOne(
        title: report.title, type: report.documentType, paragraphs: report.paragraphs),
      isPlan: report.documentType.isPlan,
      isHalfYear: report.title.contains("半年"),
      section: place.section, isSectionTold: place.isTold, headings: headings.reversed())
  }

  private static func isTitle(_ heading: String, of report: Report) -> Bool {
    FoldedText(heading) == FoldedText(report.title)
  }
}
