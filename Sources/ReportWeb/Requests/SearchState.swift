import Corpus
import ReportSearch
import ResultFormats

/// What a search page shows: all of it stands in its address.
struct SearchState: Hashable, Sendable {
  /// How hits are shown.
  enum Display: String, Hashable, Sendable, CaseIterable {
    /// Paragraph by paragraph.
    case hits
    /// A line a match.
    case kwic
    /// A table of counts.
    case counts
  }

  /// The hits of a page, and the lines of a concordance.
  static let (hitsPerPage, linesPerPage) = (20, 50)

  /// The query as the user typed it.
  var query = ""
  /// The values of facets that were chosen.
  var chosen: [Facet: [String]] = [:]
  /// How hits are shown.
  var display = Display.hits
  /// The order of hits.
  var order = HitOrder.rank
  /// The order of the lines of a concordance.
  var lineOrder = Concordance.Order.source
  /// What is counted.
  var counts = CountsState()
  /// Whether copies are listed each by itself.
  var listsCopies = false
  /// The page, from 1.
  var page = 1
  /// The language that the address asks for, if it does.
  var language: String?

  init() {}

  /// Reads an address. What a page cannot show is left out: a page always shows something, and says what
  /// it shows.
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
    listsCopies = parameters["copies"] == "all"
    page = min(max(parameters["page"].flatMap { Int($0) } ?? 1, 1), 10_000_000)
    language = ["zh", "en"].first { $0 == parameters["lang"] }
  }

  /// The facets beside the hits, in their order.
  static let facets: [Facet] = [.mentionYear, .region, .documentType, .section]

  /// The facets by which a page narrows: also those that only tables of counts lead to.
  static let narrowingFacets: [Facet] = facets + [.reportYear, .issuer]

  /// The pairs of the address; what is as usual is left out.
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
    if listsCopies { pairs.append(("copies", "all")) }
    if page > 1 { pairs.append(("page", "\(page)")) }
    if let language { pairs.append(("lang", language)) }
    return Parameters(pairs)
  }

  /// The address.
  var address: String { "/?" + parameters.encoded }

  /// The state after a change, on its first page.
  func changed(_ change: (inout SearchState) -> Void) -> SearchState {
    var state = self
    state.page = 1
    change(&state)
    return state
  }

  /// The filters that were chosen, but for one facet's: of each facet one must pass.
  func filters(except left: Facet? = nil) -> [[Filter]] {
    Self.narrowingFacets.filter { $0 != left }.map { facet in
      (chosen[facet] ?? []).compactMap { facet.filter(of: $0) }
    }
  }
}
