/// The year of which a text says most: a guess, where nothing else tells.
///
/// It has more than half of the plain statements about years, and at least two. In a plan the years of
/// what is to be done count as well.
enum MajorityYear {
  /// Returns the year that most of some evidence is about.
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
