/// What speaks against the year in a report's title: the text itself.
///
/// Reports are copied and given a new title. Then the latest year of which the text says something is
/// years before that of the title, or something in it was done after it. The title's year stays.
///
/// | Title                | Text                                   | Conflict |
/// |----------------------|----------------------------------------|----------|
/// | `2015年工作总结`       | `2011年，全县…`, `2011年9月，…`           | 2011     |
/// | `2011年工作总结`       | `2013年，建成了…`                        | 2013     |
/// | `2011年工作总结`       | `2012年1月，召开…`: it was written then   | none     |
/// | `2015年工作总结`       | `2011年，…`, `比2014年增长`                | none     |
public struct YearConflict: Hashable, Sendable {
  /// The year of which the text speaks.
  public let year: Int
  /// The clause that says so.
  public let evidence: String
  /// The place of its paragraph among the report's paragraphs, from 0.
  public let paragraph: Int

  /// Creates a conflict.
  public init(year: Int, evidence: String, paragraph: Int) {
    self.year = year
    self.evidence = evidence
    self.paragraph = paragraph
  }
}

extension YearConflict {
  /// Compares the year of a title or a file's name with what the text says, or returns `nil` if they
  /// agree.
  ///
  /// - Parameter isPlan: Whether the report is a plan, in which later years are what it is about.
  init?(of titled: ReportYear, against evidence: [DatedEvidence], isPlan: Bool) {
    guard titled.basis == .title || titled.basis == .filename, let year = titled.year else {
      return nil
    }
    let later = evidence.first { one in
      // 2015年,全县学校达标 in a report of 2011 is a target, whatever its words.
      guard one.role == .fact, one.isDone, one.year > year else { return false }
      // A report is written at the start of the year after its own.
      return one.year > year + 1 || (one.month ?? 12) > 3
    }
    if !isPlan, let later {
      self.init(later)
      return
    }
    // Whatever the text mentions, if only to compare, was known when it was written.
    guard let latest = evidence.lazy.filter({ $0.role != .target }).map(\.year).max(),
      latest <= year - 2
    else { return nil }
    let told = evidence.filter { $0.role == .fact || $0.role == .plan }
    guard let last = told.max(by: { $0.year < $1.year })?.year else { return nil }
    // One old year alone may be history, unless a heading names it.
    guard
      told.contains(where: { $0.isHeading && $0.year == last })
        || told.count(where: { $0.year >= last - 1 }) >= Self.fewestMentions
    else { return nil }
    self.init(told.first { $0.year == last }!)
  }

  private init(_ evidence: DatedEvidence) {
    self.init(year: evidence.year, evidence: evidence.words, paragraph: evidence.paragraph)
  }

  /// How often a text names its latest year, or the one before it, at least.
  private static let fewestMentions = 2
}
