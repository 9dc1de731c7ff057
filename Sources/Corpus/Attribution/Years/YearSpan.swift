/// A stretch of a paragraph that speaks of one time.
public struct YearSpan: Hashable, Sendable {
  /// What kind of mention it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Something that is told of these years.
    case fact
    /// Something that is aimed at.
    case target
    /// The year was taken out of the text.
    case placeholder
    /// Nothing tells the years.
    case none
  }

  /// Where the years were found.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// In the sentence or the clause.
    case clause
    /// In the words that open the paragraph.
    case frame
    /// In a heading above it.
    case heading
    /// In a word of the sentence that counts from the report's year: 去年.
    case relative
    /// The section is a review or a plan, and the report's year is known.
    case section
    /// The report is about that year.
    case report
    /// Nowhere.
    case undated
  }

  /// The characters (Unicode scalars) of the paragraph.
  public let range: Range<Int>
  /// The years that it speaks of.
  public let years: MentionedYears
  /// What kind of mention it is.
  public let kind: Kind
  /// Where the years were found.
  public let basis: Basis
  /// The very characters that tell the years; empty where no words do (``Basis/section``,
  /// ``Basis/report``).
  public let evidence: String
  /// Where the evidence stands in the paragraph, in characters (Unicode scalars); `nil` where it
  /// stands outside.
  public let evidenceRange: Range<Int>?

  /// Creates a span.
  public init(
    range: Range<Int>, years: MentionedYears, kind: Kind, basis: Basis, evidence: String = "",
    evidenceRange: Range<Int>? = nil
  ) {
    self.range = range
    self.years = years
    self.kind = kind
    self.basis = basis
    self.evidence = evidence
    self.evidenceRange = evidenceRange
  }
}

extension YearSpan {
  /// The years of a place of which nothing is known but what its report is about.
  public init(ofReport year: ReportYear) {
    self.init(
      range: 0..<0,
      years: year.year.map { MentionedYears(from: $0, to: $0, row: "\($0)") } ?? .undated,
      kind: year.year == nil ? .none : .fact, basis: year.year == nil ? .undated : .report)
  }
}
