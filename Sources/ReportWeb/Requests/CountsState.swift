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
      Self.facets.first { SearchState.name(of: $0) == parameters[name] }
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
    if rows != usual.rows { pairs.append(("rows", SearchState.name(of: rows))) }
    if columns != usual.columns {
      pairs.append(("columns", columns.map(SearchState.name) ?? "none"))
    }
    if measure != usual.measure { pairs.append(("measure", measure.rawValue)) }
    if splitsSections { pairs.append(("chart", "sections")) }
    return pairs
  }

  /// By what the rows are counted.
  var rowAxis: CountAxis { Self.axis(rows) }

  /// By what the columns are counted.
  var columnAxis: CountAxis? { columns.map(Self.axis) }

  /// The axis of counts that tells values of a facet apart.
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
