import ReportSearch

/// By what commands and the API tell rows and columns apart.
package enum PanelAxis: String, CaseIterable, Sendable {
  case year
  case region
  case type
  case issuer
  case section
  case query

  /// The axis, with whose years and which divisions count.
  package func axis(_ year: CountAxis.Year, _ level: CountAxis.Level) -> CountAxis {
    switch self {
    case .year: .year(year)
    case .region: .region(level)
    case .type: .facet(.documentType)
    case .issuer: .facet(.issuer)
    case .section: .facet(.section)
    case .query: .query
    }
  }
}
