/// Tells of the paragraphs of a report which years their stretches speak of.
enum MentionAttribution {
  /// Returns the report with the years of its paragraphs.
  ///
  /// - Complexity: O(*n*) in the characters of the text.
  static func attributed(_ report: Report) -> Report {
    // Laws are cited by their years and speak of none.
    guard report.documentType != .law else { return report }
    var contexts: [Place: YearContext] = [:]
    let paragraphs = report.paragraphs.map { paragraph in
      let place = Place(heading: paragraph.heading, section: paragraph.section)
      let context = contexts[place] ?? context(of: report, at: place)
      contexts[place] = context
      return paragraph.speaking(of: YearSpans.spans(of: paragraph.text, in: context))
    }
    return report.holding(paragraphs)
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
      hasOwnYear: [.metadata, .title, .filename].contains(report.year.basis),
      isGovernmentReport: DeliveredDocument.isOne(
        title: report.title, type: report.documentType, paragraphs: report.paragraphs),
      isPlan: report.documentType.isPlan,
      isHalfYear: report.title.contains("上半年") || report.title.contains("半年"),
      section: place.section, headings: headings.reversed())
  }
}
