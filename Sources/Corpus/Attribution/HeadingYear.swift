/// The year in the headings of the highest level: 2012 in `一、2012年主要成绩和经验`.
///
/// | Document       | Heading                 | Year |
/// |----------------|-------------------------|------|
/// | 工作总结       | `一、2012年主要成绩`       | 2012 |
/// | 工作总结       | `三、2013年工作打算`       | 2012 |
/// | 工作计划       | `二、2013年重点任务`       | 2013 |
/// | 政府工作报告   | `一、2014年工作回顾`       | 2015 |
/// | 政府工作报告   | `二、2015年工作安排`       | 2015 |
///
/// Reviews that speak of different years tell none.
enum HeadingYear {
  /// Returns the year that headings tell.
  static func year(
    of paragraphs: [Paragraph], in type: DocumentType, isDelivered: Bool
  ) -> ReportYear {
    var found: [SectionKind: ReportYear] = [:]
    var isAmbiguous = false
    for paragraph in paragraphs where paragraph.kind == .heading && paragraph.heading == nil {
      guard paragraph.text.utf8.contains(yearByte),
        let kind = SectionHeading.kind(of: paragraph.text, isHighest: true, isInPlan: type.isPlan),
        let year = TitleYear.year(ofTitle: SectionHeading.body(of: paragraph.text)).year
      else { continue }
      let isPlan = kind == .plan
      if let other = found[isPlan ? .plan : .review] {
        if other.year != year { isAmbiguous = true }
      } else {
        found[isPlan ? .plan : .review] = ReportYear(
          year: year, basis: .heading, evidence: paragraph.text)
      }
    }
    guard !isAmbiguous else { return .unknown }
    if isDelivered || type.isPlan { return found[.plan] ?? later(found[.review]) ?? .unknown }
    return found[.review] ?? earlier(found[.plan]) ?? .unknown
  }

  /// The year after that of a review.
  private static func later(_ review: ReportYear?) -> ReportYear? {
    review.flatMap { review in
      ReportYear(year: review.year.map { $0 + 1 }, basis: .heading, evidence: review.evidence)
    }
  }

  /// The year before that of a plan, unless the plan is for the rest of the same year.
  private static func earlier(_ plan: ReportYear?) -> ReportYear? {
    plan.flatMap { plan in
      let isRest = plan.evidence?.contains("下半年") == true
      return ReportYear(
        year: plan.year.map { isRest ? $0 : $0 - 1 }, basis: .heading, evidence: plan.evidence)
    }
  }

  /// The first byte of 年.
  private static let yearByte: UInt8 = 0xE5
}
