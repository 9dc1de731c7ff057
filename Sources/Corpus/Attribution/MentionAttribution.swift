import TextAnalysis

/// Tells of the paragraphs of a report which years their stretches speak of.
enum MentionAttribution {
  /// Attributes years to the stretches of a report's paragraphs.
  ///
  /// - Parameter isSectionTold: Of each paragraph, whether something says what its section is for.
  /// - Complexity: O(*n*) in the characters of the text.
  static func attribute(_ report: inout Report, isSectionTold: [Bool]) {
    guard report.documentType != .law else {
      // The years that a law names are those of other laws: all of it is told of its own year.
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

  /// Paragraphs of one section under one heading have one context.
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
      // The title once more tells nothing that the report's year does not.
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
