import Corpus
import ReportSearch
import ResultFormats

/// The complete state of a search page, stored in its address.
struct SearchState: Hashable, Sendable {
  /// A way to show the hits.
  enum Display: String, Hashable, Sendable, CaseIterable {
    /// A list of paragraphs.
    case hits
    /// A concordance: one line per match.
    case kwic
    /// A table of counts.
    case counts
  }

  /// The number of hits and of concordance lines per page.
  static let (hitsPerPage, linesPerPage) = (20, 50)

  /// The query as the user typed it.
  var query = ""
  /// The chosen values of each facet.
  var chosen: [Facet: [String]] = [:]
  /// The way the hits are shown.
  var display = Display.hits
  /// The order of hits.
  var order = HitOrder.rank
  /// The order of the lines of a concordance.
  var lineOrder = Concordance.Order.source
  /// The settings of counts and charts.
  var counts = CountsState()
  /// True if the list of hits shows each group of near-duplicates once. Counts always include all
  /// of them.
  var foldsCopies = false
  /// The facet whose values are listed without a limit.
  var wholeFacet: Facet?
  /// The page number, from 1.
  var page = 1
  /// The language requested by the address, if any.
  var language: String?

  init() {}

  /// Parses an address. Invalid values are replaced by defaults, so that a page is always shown.
  init(_ parameters: Parameters) {
    query = parameters["q"] ?? ""
    for facet in Self.narrowingFacets { chosen[facet] = parameters.all(facet.rawValue) }
    display = parameters["view"].flatMap(Display.init) ?? .hits
    switch display {
    case .hits: order = parameters["sort"].flatMap(HitOrder.init) ?? .rank
    case .kwic: lineOrder = parameters["sort"].flatMap(Concordance.Order.init) ?? .source
    case .counts: break
    }
    counts = CountsState(parameters)
    foldsCopies = parameters["copies"] == "once"
    wholeFacet = Self.facets.first { $0.rawValue == parameters["all"] }
    page = min(max(parameters["page"].flatMap { Int($0) } ?? 1, 1), 10_000_000)
    language = ["zh", "en"].first { $0 == parameters["lang"] }
  }

  /// The facets next to the hits, in display order.
  static let facets: [Facet] = [.mentionYear, .region, .documentType, .section]

  /// The facets that can narrow a search, including those that are reached only from tables of
  /// counts.
  static let narrowingFacets: [Facet] = facets + [.reportYear, .issuer]

  /// The parameters of the address. Settings with their default value are omitted.
  var parameters: Parameters {
    var pairs = [("q", query)]
    for facet in Self.narrowingFacets {
      pairs += (chosen[facet] ?? []).map { (facet.rawValue, $0) }
    }
    if display != .hits { pairs.append(("view", display.rawValue)) }
    switch display {
    case .hits where order != .rank: pairs.append(("sort", order.rawValue))
    case .kwic where lineOrder != .source: pairs.append(("sort", lineOrder.rawValue))
    default: break
    }
    pairs += counts.pairs.map { ($0, $1) }
    if foldsCopies { pairs.append(("copies", "once")) }
    if let wholeFacet { pairs.append(("all", wholeFacet.rawValue)) }
    if page > 1 { pairs.append(("page", "\(page)")) }
    if let language { pairs.append(("lang", language)) }
    return Parameters(pairs)
  }

  /// The address.
  var address: String { "/?" + parameters.encoded }

  /// Returns the state after a change, on its first page and without an expanded facet.
  func changed(_ change: (inout SearchState) -> Void) -> SearchState {
    var state = self
    state.page = 1
    state.wholeFacet = nil
    change(&state)
    return state
  }

  /// Returns the chosen filters grouped by facet, optionally without those of one facet. A hit must
  /// pass one filter of each nonempty group.
  func filters(except left: Facet? = nil) -> [[Filter]] {
    Self.narrowingFacets.filter { $0 != left }.map { facet in
      (chosen[facet] ?? []).compactMap { facet.filter(of: $0) }
    }
  }
}
