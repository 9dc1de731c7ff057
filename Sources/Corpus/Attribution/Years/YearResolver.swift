/// Resolves time expressions to years.
struct YearResolver: Hashable, Sendable {
  /// The base year for relative words such as 今年.
  enum Base: Hashable, Sendable {
    case year(Int)
    /// A masked year.
    case placeholder
    case unknown
  }

  /// The base year.
  private(set) var base: Base
  /// The year of the section: the default for text without an expression and for words such as 全年.
  var sectionYear: Int?
  /// The last year that the text can state facts about. Later years are targets.
  var latestFact: Int?
  /// True if words such as 过去五年 exclude the report's own year.
  let isGovernmentReport: Bool

  init(base: Base, sectionYear: Int?, latestFact: Int?, isGovernmentReport: Bool) {
    self.base = base
    self.sectionYear = sectionYear
    self.latestFact = latestFact
    self.isGovernmentReport = isGovernmentReport
  }

  /// Replaces the report's year with that of a heading.
  mutating func take(_ expression: TimeExpression) {
    switch expression.meaning {
    case .years(let years) where years.count == 1 && expression.extent == .closed:
      base = .year(years.lowerBound)
      sectionYear = years.lowerBound
      latestFact = years.lowerBound
    case .placeholder:
      base = .placeholder
      sectionYear = nil
      latestFact = nil
    default: break
    }
  }

  /// Returns the years of an expression.
  ///
  /// - Parameter anchor: The last year named in the sentence.
  func resolved(
    _ expression: TimeExpression, after anchor: Base
  ) -> (years: MentionedYears, kind: YearSpan.Kind) {
    switch expression.meaning {
    case .placeholder: return (.placeholder, .placeholder)
    case .academicYear(let first):
      return (.academicYear(first), kind(from: first, isAim: expression.isAim))
    case .years(let years):
      return dated(years, expression)
    case .relative(let relative):
      if isPlaceholder(relative, after: anchor) { return (.placeholder, .placeholder) }
      if let years = closed(relative, after: anchor) { return dated(years, expression) }
      if let years = open(relative) { return (years, kind(from: years.from ?? .min, isAim: false)) }
      return (.undated, .none)
    }
  }

  /// Returns true if the base of a relative expression is a masked year.
  private func isPlaceholder(_ relative: RelativeYears, after anchor: Base) -> Bool {
    guard case .sameYear = relative, anchor != .unknown else { return base == .placeholder }
    return anchor == .placeholder
  }

  /// Returns years with the expression's extent (以来, 起, 以前) applied.
  private func dated(
    _ years: ClosedRange<Int>, _ expression: TimeExpression
  ) -> (years: MentionedYears, kind: YearSpan.Kind) {
    let first = years.lowerBound
    let kind = kind(from: first, isAim: expression.isAim)
    switch expression.extent {
    case .closed: return (.years(first, through: years.upperBound), kind)
    case .onward: return (.since(first), kind)
    case .since:
      guard case .year(let now) = base, now >= first else { return (.since(first), kind) }
      return (.years(first, through: now), kind)
    case .until:
      guard let latestFact else { return (.year(first), .target) }
      return first > latestFact ? (.year(first), .target) : (.through(years.upperBound), .fact)
    }
  }

  private func kind(from first: Int, isAim: Bool) -> YearSpan.Kind {
    guard let latestFact else { return isAim ? .target : .fact }
    return first > latestFact ? .target : .fact
  }

  /// Returns the years of a relative expression that is bounded at both ends, or `nil`.
  private func closed(_ relative: RelativeYears, after anchor: Base) -> ClosedRange<Int>? {
    if case .sameYear(let offset) = relative {
      let year: Int? = if case .year(let year) = anchor { year } else { sectionYear }
      return year.map { $0 + offset...$0 + offset }
    }
    guard case .year(let now) = base else { return nil }
    // A 政府工作报告 is delivered in spring, so the last full year is the one before.
    let shift = isGovernmentReport ? -1 : 0
    switch relative {
    case .offset(let years): return now + years.lowerBound...now + years.upperBound
    case .past(let count):
      return now + shift - max(count, 1) + 1...now + shift
    case .coming(let count):
      return now + shift + 1...now + shift + max(count, 1)
    case .newYear: return (latestFact ?? now)...(latestFact ?? now)
    case .recent, .soon, .sameYear: return nil
    }
  }

  /// Returns the years of a relative expression that is open at one end, or `nil`.
  private func open(_ relative: RelativeYears) -> MentionedYears? {
    guard case .year(let now) = base else { return nil }
    switch relative {
    case .recent: return .through(now)
    case .soon: return .since(isGovernmentReport ? now : now + 1)
    default: return nil
    }
  }
}
