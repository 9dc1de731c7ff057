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
      Self.facets.first { $0.rawValue == parameters[name] }
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
    if rows != usual.rows { pairs.append(("rows", rows.rawValue)) }
    if columns != usual.columns {
      pairs.append(("columns", columns?.rawValue ?? "none"))
    }
    if measure != usual.measure { pairs.append(("measure", measure.rawValue)) }
    if splitsSections { pairs.append(("chart", "sections")) }
    return pairs
  }

  /// The axis of the rows.
  var rowAxis: CountAxis { .facet(rows) }

  /// The axis of the columns.
  var columnAxis: CountAxis? { columns.map { .facet($0) } }
}
