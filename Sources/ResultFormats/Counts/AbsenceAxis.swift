import ReportSearch

/// What commands and the API look at that may never say something.
package enum AbsenceAxis: String, CaseIterable, Sendable {
  case region
  case year
  case reportYear = "report-year"
  case type
  case issuer

  /// The axis, with which divisions count.
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
