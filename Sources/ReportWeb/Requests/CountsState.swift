import ReportSearch
import ResultFormats

/// What a table of counts, or the chart above hits, shows: it stands in the address beside the search.
struct CountsState: Hashable, Sendable {
  /// By what the rows of the table are told apart.
  var rows = Facet.region
  /// By what its columns are told apart; `nil` for a single column.
  var columns: Facet? = .mentionYear
  /// The numbers of the table and of the chart.
  var measure = CountMeasure.matches
  /// Whether the chart above hits tells apart what was done and what is planned.
  var splitsSections = false

  /// What a table can tell apart, in the order of its choices.
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

  /// The pairs of the address; what is as usual is left out.
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

  /// By what the rows are counted.
  var rowAxis: CountAxis { .facet(rows) }

  /// By what the columns are counted.
  var columnAxis: CountAxis? { columns.map { .facet($0) } }
}
