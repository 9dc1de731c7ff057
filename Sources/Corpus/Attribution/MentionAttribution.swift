/// Tells of the paragraphs of a report which years their stretches speak of.
enum MentionAttribution {
  /// Attributes years to the stretches of a report's paragraphs.
  ///
  /// - Complexity: O(*n*) in the characters of the text.
  static func attribute(_ report: inout Report) {
    guard report.documentType != .law else {
      // The years that a law names are those of other laws: all of it is told of its own year.
      for place in report.paragraphs.indices { report.paragraphs[place].years = [] }
      return
    }
    var contexts: [Place: YearContext] = [:]
    for (index, paragraph) in report.paragraphs.enumerated() {
      let place = Place(heading: paragraph.heading, section: paragraph.section)
      let context = contexts[place] ?? context(of: report, at: place)
      contexts[place] = context
      report.paragraphs[index].years = YearSpans.spans(of: paragraph.text, in: context)
    }
  }

  /// Paragraphs of one section under one heading have one context.
  private struct Place: Hashable {
    let heading: Int?
    let section: SectionKind
  }

  private static func context(of report: Report, at place: Place) -> YearContext {
    var headings: [String] = []
    var next = place.heading
    while let heading = next {
      headings.append(report.paragraphs[heading].text)
      next = report.paragraphs[heading].heading
    }
    return YearContext(
      reportYear: report.year.year,
      hasOwnYear: [.manual, .metadata, .title, .filename].contains(report.year.basis),
      isGovernmentReport: DeliveredDocument.isOne(
        title: report.title, type: report.documentType, paragraphs: report.paragraphs),
      isPlan: report.documentType.isPlan,
      isHalfYear: report.title.contains("半年"),
      section: place.section, headings: headings.reversed())
  }
}
