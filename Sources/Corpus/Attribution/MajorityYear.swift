/// The year that most statements of a text are about: a last resort of low confidence.
///
/// The year must account for at least two statements of fact and more than half of all. In a plan,
/// statements about future work count as well.
enum MajorityYear {
  /// Returns the year that most of the evidence is about, or ``ReportYear/unknown``.
  static func year(in evidence: [DatedEvidence], isPlan: Bool) -> ReportYear {
    let told = evidence.filter { $0.role == .fact || isPlan && $0.role == .plan }
    var counts: [Int: Int] = [:]
    for one in told { counts[one.year, default: 0] += 1 }
    guard let most = counts.max(by: { $0.value < $1.value }), most.value >= 2,
      most.value * 2 > told.count
    else { return .unknown }
    let first = told.first { $0.year == most.key }!
    return ReportYear(year: most.key, basis: .textMajority, evidence: first.words)
  }
}
