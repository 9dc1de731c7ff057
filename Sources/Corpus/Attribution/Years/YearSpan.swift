/// A span of a paragraph whose text refers to one time.
public struct YearSpan: Hashable, Sendable {
  /// The kind of reference to the years.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A statement about these years.
    case fact
    /// A target.
    case target
    /// The year is masked.
    case placeholder
    /// The years are unknown.
    case none
  }

  /// The source of the years.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// An expression in the sentence or clause.
    case clause
    /// An expression that opens the paragraph.
    case frame
    /// A heading above the paragraph.
    case heading
    /// A relative expression in the sentence: 去年.
    case relative
    /// The kind of the section (review or plan), combined with the report's year.
    case section
    /// The report's year.
    case report
    /// No source.
    case undated
  }

  /// The range in characters (Unicode scalars) of the paragraph.
  public let range: Range<Int>
  /// The years that the text refers to.
  public let years: MentionedYears
  /// The kind of reference.
  public let kind: Kind
  /// The source of the years.
  public let basis: Basis
  /// The original text that gives the years; empty for ``Basis/section`` and ``Basis/report``.
  public let evidence: String
  /// The range of the evidence in characters (Unicode scalars) of the paragraph; `nil` if the
  /// evidence is not in the paragraph.
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
  /// Creates a span of unspecified range, dated only by the report's year.
  public init(ofReport year: ReportYear) {
    self.init(
      range: 0..<0,
      years: year.year.map { MentionedYears(from: $0, to: $0, row: "\($0)") } ?? .undated,
      kind: year.year == nil ? .none : .fact, basis: year.year == nil ? .undated : .report)
  }
}
