import ReportSearch
import ResultFormats

/// The settings of a table of counts and of the chart above the hits. They are part of the page's
/// address, after those of the search.
struct CountsState: Hashable, Sendable {
  /// The facet whose values are the rows of the table.
  var rows = Facet.region
  /// The facet whose values are the columns of the table; `nil` for a single column.
  var columns: Facet? = .mentionYear
  /// The measure shown by the table and the chart.
  var measure = CountMeasure.matches
  /// True if the chart above the hits has a series for each kind of section, such as work done and
  /// plans.
  var splitsSections = false

  /// The facets available as rows and columns, in the order in which they are offered.
  static let facets: [Facet] = [
    .mentionYear, .reportYear, .province, .city, .region, .documentType, .section, .issuer,
  ]

  init() {}

  init(_ parameters: Parameters) {
    func facet(_ name: String) -> Facet? {
      Self.facets.first { SearchState.name(of: $0) == parameters[name] }
    }
    rows = facet("rows") ?? rows
    columns = parameters["columns"] == "none" ? nil : facet("columns") ?? columns
    if columns == rows { columns = nil }
    measure = parameters["measure"].flatMap(CountMeasure.init) ?? measure
    splitsSections = parameters["chart"] == "sections"
  }

  /// The name–value pairs of the address. Settings with their default value are omitted.
  var pairs: [(String, String)] {
    let usual = CountsState()
    var pairs: [(String, String)] = []
    if rows != usual.rows { pairs.append(("rows", SearchState.name(of: rows))) }
    if columns != usual.columns {
      pairs.append(("columns", columns.map(SearchState.name) ?? "none"))
    }
    if measure != usual.measure { pairs.append(("measure", measure.rawValue)) }
    if splitsSections { pairs.append(("chart", "sections")) }
    return pairs
  }

  /// The axis of the rows.
  var rowAxis: CountAxis { Self.axis(rows) }

  /// The axis of the columns.
  var columnAxis: CountAxis? { columns.map(Self.axis) }

  /// Returns the axis that counts by a facet.
  static func axis(_ facet: Facet) -> CountAxis {
    switch facet {
    case .mentionYear: .year(.mention)
    case .reportYear: .year(.report)
    case .province: .region(.province)
    case .city: .region(.city)
    case .region: .region(.county)
    case .documentType: .documentType
    case .section: .section
    case .issuer: .issuer
    case .source: preconditionFailure("no table by source")
    }
  }
}
