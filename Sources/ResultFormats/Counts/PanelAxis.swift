import ReportSearch

/// The dimensions that the `panel` command and the API offer for rows and columns.
package enum PanelAxis: String, CaseIterable, Sendable {
  case year
  case region
  case type
  case issuer
  case section
  case query

  /// Returns the axis, with the given kind of year and administrative level.
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
