import ReportSearch

/// The dimensions by which the `absent` command and the API list values without a match.
package enum AbsenceAxis: String, CaseIterable, Sendable {
  case region
  case year
  case reportYear = "report-year"
  case type
  case issuer

  /// Returns the axis, at the given administrative level for regions.
  package func axis(_ level: CountAxis.Level) -> CountAxis {
    switch self {
    case .region: .region(level)
    case .year: .year(.mention)
    case .reportYear: .year(.report)
    case .type: .facet(.documentType)
    case .issuer: .facet(.issuer)
    }
  }
}
