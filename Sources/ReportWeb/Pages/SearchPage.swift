import ReportSearch
import ResultFormats

/// The search page: the results, or the start page if the query is empty.
struct SearchPage: Page {
  let template: String
  let title: String
  let view: View

  /// Searches and collects the values for the template.
  ///
  /// - Throws: An `IndexError`, or a `QueryParserError` if the query is too long.
  init(
    _ state: SearchState, _ language: Language, in index: Searcher, parser: QueryParser
  ) throws {
    guard !state.query.allSatisfy(\.isWhitespace) else {
      template = "home"
      title = language.choose("段搜", "duansou")
      view = try HomeView(language: language).view(of: index)
      return
    }
    template = "search"
    title = state.query + language.choose(" · 段搜", " · duansou")
    guard let reading = try parser.lenientReading(of: state.query) else {
      let error = QueryParserError(
        .invisible(state.query), at: 0..<state.query.unicodeScalars.count)
      view = ["failure": error.message(in: language), "found": false]
      return
    }
    var search = Search(state: state, language: language, typed: reading.query, index: index)
    var view = try search.view()
    view["hint"] = View.optional(reading.error?.message(in: language))
    view["notes"] = reading.notes.map { $0.message(in: language) }
    view["readAs"] = View.optional(
      search.query.description == state.query ? nil : search.query.description)
    if search.isEmpty {
      view["suggestions"] = try SuggestionViews(language: language, state: state)
        .views(of: index.suggestions(for: search.query, concepts: parser.concepts))
    }
    view["failure"] = false
    self.view = view
  }

  /// One search with its facets and counts.
  private struct Search {
    let state: SearchState
    let language: Language
    let typed: Query
    let index: Searcher
    private(set) var isEmpty = false

    /// True if the list shows each group of near-duplicates once. A concordance always shows every
    /// match.
    private var foldsCopies: Bool { state.display == .hits && state.foldsCopies }

    /// The query narrowed by the chosen filters.
    var query: Query { typed.narrowed(to: state.filters()) }

    mutating func view() throws -> View {
      let perPage = SearchState.hitsPerPage
      let options = SearchOptions(
        offset: (state.page - 1) * perPage, order: state.order,
        facets: foldsCopies ? [] : Set(SearchState.facets), foldsCopies: foldsCopies)
      let result = try index.search(
        query, limit: state.display == .hits ? perPage : 0, options: options)
      isEmpty = result.totals.paragraphs == 0
      let facets = FacetsView(
        state: state, language: language, counts: try counts(under: result))
      let list =
        switch state.display {
        case .hits: hits(result)
        case .kwic: try lines(result.totals)
        case .counts: try counts()
        }
      let choices = SearchChoices(state: state, language: language)
      return [
        "found": !isEmpty,
        "totals": TotalsView(language: language).text(of: result.totals),
        "copies": View.optional(CopiesChoice(result, state, language).view),
        "facets": facets.views, "chosen": facets.chosen, "isNarrowed": !facets.chosen.isEmpty,
        "displays": choices.displays, "orders": choices.orders,
        "hasOrders": !choices.orders.isEmpty,
        "files": Downloads(state: state).views,
        "provenance": Downloads(state: state).provenance,
        "isHits": state.display == .hits, "isConcordance": state.display == .kwic,
        "isCounts": state.display == .counts,
        "yearChart": state.display == .counts
          ? false : try yearChart(facets.counts[.mentionYear] ?? [], choices),
      ].merging(list) { $1 }
    }

    /// The query with its filters, named by the text that was typed.
    private var named: HitList.TypedQuery { HitList.TypedQuery(state.query, readAs: query) }

    private func counts() throws -> View {
      isEmpty ? [:] : try CountsView(state, language, of: named, in: index).view
    }

    /// Returns the chart above hits or lines, and its choices. The chart ignores the year filter.
    ///
    /// It uses the facet counts of the page if they suffice, else the counts of a panel.
    private func yearChart(_ years: [FacetCount], _ choices: SearchChoices) throws -> View {
      let query = typed.narrowed(to: state.filters(except: .mentionYear))
      var chart: String?
      if state.counts.splitsSections || state.counts.measure != .matches {
        let panel = try CountPanel(
          of: [HitList.TypedQuery(state.query, readAs: query)], by: .year(.mention),
          and: state.counts.splitsSections ? .facet(.section) : nil, in: index)
        chart = YearPicture(panel, state, language).fragment
      } else {
        let matched = Set(years.compactMap { CountAxis.year(of: $0.value) })
        let unmatched = try index.valuesWithTexts(
          among: Set(ChartYears.candidates(besides: matched).map(String.init)), of: query,
          by: .mentionYear)
        chart =
          YearChartView(
            state: state, language: language, counts: years,
            texts: matched.union(unmatched.compactMap(CountAxis.year))
          ).fragment
      }
      return [
        "chart": View.optional(chart), "charts": choices.charts, "measures": choices.chartMeasures,
      ]
    }

    /// Returns the counts of each facet, including near-duplicates. A facet with chosen values is
    /// counted without its own filter.
    private func counts(under result: SearchResult) throws -> [Facet: [FacetCount]] {
      var counts =
        foldsCopies
        ? try index.search(
          query, limit: 0, options: SearchOptions(facets: Set(SearchState.facets))
        ).facets : result.facets
      for facet in SearchState.facets where state.chosen[facet]?.isEmpty == false {
        let wider = typed.narrowed(to: state.filters(except: facet))
        let result = try index.search(
          wider, limit: 0, options: SearchOptions(facets: [facet]))
        counts[facet] = result.facets[facet]
      }
      return counts
    }

    private func hits(_ result: SearchResult) -> View {
      let view = HitView(language: language, state: state)
      let pages = PagesView(
        state: state, language: language,
        count: (foldsCopies ? result.totalsWithoutCopies : result.totals).paragraphs,
        perPage: SearchState.hitsPerPage)
      return ["hits": result.hits.map(view.view), "pages": pages.view]
    }

    private func lines(_ totals: SearchResult.Totals) throws -> View {
      let perPage = SearchState.linesPerPage
      let first = (state.page - 1) * perPage
      var lines: [View] = []
      var place = 0
      let concordance = Concordance(context: 40, order: state.lineOrder, limit: first + perPage)
      let years = YearView(language: language)
      _ = try concordance.forEachLine(of: query, in: index, as: { $0 }) { line in
        place += 1
        guard place > first else { return }
        lines.append([
          "left": line.left, "match": line.text, "right": line.right,
          "year": years.text(of: line.match.year),
          "basis": years.basis(of: line.match.year, in: line.hit.report),
          "title": line.hit.report.title, "address": ReportState(line.hit, state).address,
        ])
      }
      let pages = PagesView(
        state: state, language: language, count: totals.matches + totals.looseMatches,
        perPage: perPage)
      return ["lines": lines, "pages": pages.view]
    }
  }
}
