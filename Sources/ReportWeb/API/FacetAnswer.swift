import ReportSearch
import ResultFormats

/// Facets as JSON: for each facet name, a list of values with their counts.
enum FacetAnswer {
  static func record(of result: SearchResult, _ facets: [Facet]) -> Record {
    Record(
      facets.map { facet in
        let counts = result.facets[facet] ?? []
        return (
          facet.rawValue,
          .records(
            counts.map { count in
              Record([
                ("value", .text(count.value)), ("label", .text(count.label)),
                ("matches", .integer(count.matches)), ("loose", .integer(count.looseMatches)),
                ("paragraphs", .integer(count.paragraphs)), ("reports", .integer(count.reports)),
              ])
            })
        )
      })
  }
}
