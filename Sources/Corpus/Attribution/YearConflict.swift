/// Evidence in the text that contradicts the year of a report's title or file name.
///
/// Copied reports often get a new title. Then the latest year that the text describes is at least
/// two years before the title's year, or something was completed after it. The title's year stays.
///
/// | Title                | Text                                   | Conflict |
/// |----------------------|----------------------------------------|----------|
/// | `2015年工作总结`       | `2011年，全县…`, `2011年9月，…`           | 2011     |
/// | `2011年工作总结`       | `2013年，建成了…`                        | 2013     |
/// | `2011年工作总结`       | `2012年1月，召开…`: it was written then   | none     |
/// | `2015年工作总结`       | `2011年，…`, `比2014年增长`                | none     |
public struct YearConflict: Hashable, Sendable {
  /// The contradicting year.
  public let year: Int
  /// The clause that names the year.
  public let evidence: String
  /// The zero-based index of the clause's paragraph in the report.
  public let paragraph: Int

  /// Creates a conflict.
  public init(year: Int, evidence: String, paragraph: Int) {
    self.year = year
    self.evidence = evidence
    self.paragraph = paragraph
  }
}

extension YearConflict {
  /// Compares the year of a title or file name with the evidence of the text. Returns `nil` if
  /// there is no conflict.
  ///
  /// - Parameter isPlan: True if the report is a plan, which may describe later years.
  init?(of titled: ReportYear, against evidence: [DatedEvidence], isPlan: Bool) {
    guard titled.basis == .title || titled.basis == .filename, let year = titled.year else {
      return nil
    }
    let later = evidence.first { one in
      // In a report about 2011, 2015年,全县学校达标 is a target even without a word for it.
      guard one.role == .fact, one.isDone, one.year > year else { return false }
      // A report is written in the first three months of the following year.
      return one.year > year + 1 || (one.month ?? 12) > 3
    }
    if !isPlan, let later {
      self.init(later)
      return
    }
    // Every year mentioned, even in a comparison, was known when the text was written.
    guard let latest = evidence.lazy.filter({ $0.role != .target }).map(\.year).max(),
      latest <= year - 2
    else { return nil }
    let told = evidence.filter { $0.role == .fact || $0.role == .plan }
    guard let last = told.max(by: { $0.year < $1.year })?.year else { return nil }
    // A single old year may be background, unless a heading names it.
    guard
      told.contains(where: { $0.isHeading && $0.year == last })
        || told.count(where: { $0.year >= last - 1 }) >= Self.fewestMentions
    else { return nil }
    self.init(told.first { $0.year == last }!)
  }

  private init(_ evidence: DatedEvidence) {
    self.init(year: evidence.year, evidence: evidence.words, paragraph: evidence.paragraph)
  }

  /// The minimum number of mentions of the latest year and the year before it.
  private static let fewestMentions = 2
}
