/// The context in which time expressions of a report are resolved.
///
/// All paragraphs below the same headings share a context.
public struct YearContext: Hashable, Sendable {
  /// The base year R that the report is about, or `nil` if it is unknown.
  public let reportYear: Int?
  /// True if the year comes from the title, file name, metadata or a correction. A year from weaker
  /// evidence is replaced by that of a heading.
  public let hasOwnYear: Bool
  /// True if the report is a 政府工作报告 or speech delivered in ``reportYear``. Its review covers the
  /// year before.
  public let isGovernmentReport: Bool
  /// True if the report is a plan (计划, 要点, 思路).
  public let isPlan: Bool
  /// True if the report covers half a year.
  public let isHalfYear: Bool
  /// The section kind of the paragraphs.
  public let section: SectionKind
  /// True if a heading or the document type states the section kind.
  ///
  /// A 政府工作报告 lists its tasks after the review under headings that do not mention a plan.
  public let isSectionTold: Bool
  /// The headings above the paragraphs, the highest first.
  public let headings: [String]
  /// The years given by the headings.
  let headingYears: HeadingYears
  /// The years attributed to text that no time expression governs.
  let years: AttributedYears

  /// Creates a context and parses the headings.
  public init(
    reportYear: Int?, hasOwnYear: Bool = true, isGovernmentReport: Bool = false,
    isPlan: Bool = false, isHalfYear: Bool = false, section: SectionKind = .other,
    isSectionTold: Bool = true, headings: [String] = []
  ) {
    self.reportYear = reportYear
    self.hasOwnYear = hasOwnYear
    self.isGovernmentReport = isGovernmentReport
    self.isPlan = isPlan
    self.isHalfYear = isHalfYear
    self.section = section
    self.isSectionTold = isSectionTold
    self.headings = headings
    var resolver = YearResolver(
      base: reportYear.map { .year($0) } ?? .unknown, sectionYear: reportYear,
      latestFact: reportYear, isGovernmentReport: isGovernmentReport)
    let isYearlyReview = !isGovernmentReport && !isPlan && !isHalfYear
    if let reportYear {
      if isGovernmentReport, section == .review { resolver.sectionYear = reportYear - 1 }
      if isYearlyReview, section == .plan {
        resolver.sectionYear = reportYear + 1
        resolver.latestFact = reportYear + 1
      }
    }
    headingYears = HeadingYears(headings, resolver: resolver, replaceYear: !hasOwnYear)
    let isSection = section == .plan || section == .review
    years = Self.years(
      under: headingYears, reportYear: reportYear,
      isSection: isSection && (isSectionTold || resolver.sectionYear != reportYear))
  }

  private static func years(
    under headings: HeadingYears, reportYear: Int?, isSection: Bool
  ) -> AttributedYears {
    if let nearest = headings.nearest { return nearest }
    if isSection, let section = headings.resolver.sectionYear {
      return AttributedYears(years: .year(section), kind: .fact, basis: .section)
    }
    guard let reportYear else {
      return AttributedYears(years: .undated, kind: .none, basis: .undated)
    }
    return AttributedYears(years: .year(reportYear), kind: .fact, basis: .report)
  }
}

/// Years with their basis and evidence.
struct AttributedYears: Hashable {
  let years: MentionedYears
  let kind: YearSpan.Kind
  var basis: YearSpan.Basis
  /// The original text that gives the years.
  var evidence = ""
  /// The range of the evidence in the paragraph, if it is there.
  var evidenceRange: Range<Int>?
}
