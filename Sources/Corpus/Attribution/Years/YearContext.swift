/// What is known about a report when the years of its clauses are read.
///
/// One context serves all paragraphs below the same headings.
public struct YearContext: Hashable, Sendable {
  /// The year that the report is about, or `nil` if it is unknown: R.
  public let reportYear: Int?
  /// Whether that year comes from the title, the file's name or somebody who knows, and not from
  /// weaker evidence, which a year in a heading replaces.
  public let hasOwnYear: Bool
  /// Whether the report is a 政府工作报告 or a speech that was delivered in ``reportYear``: its review
  /// is about the year before.
  public let isGovernmentReport: Bool
  /// Whether the report is a plan (计划, 要点, 思路).
  public let isPlan: Bool
  /// Whether the report is about half a year.
  public let isHalfYear: Bool
  /// What the section of the paragraphs is for.
  public let section: SectionKind
  /// Whether a heading or the kind of document tells so. A government's report names its tasks behind its
  /// review under headings that do not say what they are.
  public let isSectionTold: Bool
  /// The headings above the paragraphs, the highest first.
  public let headings: [String]
  /// What the headings tell.
  let headingYears: HeadingYears
  /// What a place is told of that no words of its paragraph tell it.
  let years: AttributedYears

  /// Creates a context; reads the headings.
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

/// Years with how they are known.
struct AttributedYears: Hashable {
  let years: MentionedYears
  let kind: YearSpan.Kind
  var basis: YearSpan.Basis
  /// The words that tell them.
  var evidence = ""
  /// Where these stand in the paragraph, if they do.
  var evidenceRange: Range<Int>?
}
