/// The year in top-level headings: 2012 in `一、2012年主要成绩和经验`.
///
/// | Document       | Heading                 | Year |
/// |----------------|-------------------------|------|
/// | 工作总结       | `一、2012年主要成绩`       | 2012 |
/// | 工作总结       | `三、2013年工作打算`       | 2012 |
/// | 工作计划       | `二、2013年重点任务`       | 2013 |
/// | 政府工作报告   | `一、2014年工作回顾`       | 2015 |
/// | 政府工作报告   | `二、2015年工作安排`       | 2015 |
///
/// If the headings of one kind (plan or not) name different years, the result is unknown.
enum HeadingYear {
  /// Returns the year that the top-level headings give.
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

  /// Returns the year after the year of a review heading.
  private static func later(_ review: ReportYear?) -> ReportYear? {
    review.flatMap { review in
      ReportYear(year: review.year.map { $0 + 1 }, basis: .heading, evidence: review.evidence)
    }
  }

  /// Returns the year before the year of a plan heading, or the same year if the plan covers its
  /// second half.
  private static func earlier(_ plan: ReportYear?) -> ReportYear? {
    plan.flatMap { plan in
      let isRest = plan.evidence?.contains("下半年") == true
      return ReportYear(
        year: plan.year.map { isRest ? $0 : $0 - 1 }, basis: .heading, evidence: plan.evidence)
    }
  }

  /// The first byte of 年 in UTF-8.
  private static let yearByte: UInt8 = 0xE5
}
