import Corpus
package import ReportSearch
import TextAnalysis

/// All matches of a query, each with what stands on its left and on its right (KWIC, keyword in context).
package struct Concordance: Sendable {
  /// In which order the lines stand. Those that an order leaves equal stand in the order of
  /// ``Order/source``.
  package enum Order: String, Hashable, Sendable, CaseIterable {
    /// By what stands before the match, read from the match outwards.
    case left
    /// By what stands behind the match.
    case right
    /// By the years that the match speaks of, unknown ones last.
    case year
    /// By the path of the source, then as they stand in it.
    case source
  }

  /// The folded characters before or behind a match by which lines are ordered.
  package static let orderedLength = 30

  /// The number of characters on each side of a match at most.
  package let context: Int
  /// In which order the lines stand.
  package let order: Order
  /// The number of lines at most; `nil` for all.
  package let limit: Int?

  /// Prepares a concordance; `context` is not negative.
  package init(context: Int = 30, order: Order = .source, limit: Int? = nil) {
    self.context = context
    self.order = order
    self.limit = limit
  }

  /// Calls a closure with each line.
  ///
  /// Texts are compared by the codes of their folded characters, so that the order is the same everywhere.
  /// In the order of ``Order/source`` each line is given as soon as it is read. The other orders hold what
  /// `form` makes of every line, and its key, until all are read: make it as small as the output needs.
  ///
  /// - Parameters:
  ///   - form: Makes of a line what is wanted of it.
  ///   - body: Takes what was made, in order.
  /// - Returns: The numbers of all that was found, whatever the limit.
  /// - Throws: An `IndexError`, or what `body` throws.
  package func forEachLine<Form>(
    of query: Query, in index: Searcher, as form: (ConcordanceLine) -> Form,
    _ body: (Form) throws -> Void
  ) throws -> SearchResult.Totals {
    guard order != .source else {
      var left = limit ?? .max
      // Every paragraph has a match at least.
      return try index.forEachHit(of: query, limit: limit, order: .source) { hit in
        for line in lines(of: hit) where left > 0 {
          left -= 1
          try body(form(line))
        }
      }
    }
    var held: [(key: [UInt32], form: Form)] = []
    let totals = try index.forEachHit(of: query, order: .source) { hit in
      let folded = order == .year ? [] : Array(FoldedText(hit.paragraph.text).string.unicodeScalars)
      for line in lines(of: hit) { held.append((key(of: line.match, in: folded), form(line))) }
    }
    let places = held.indices.sorted { left, right in
      let (first, second) = (held[left].key, held[right].key)
      return first == second ? left < right : first.lexicographicallyPrecedes(second)
    }
    for place in places.prefix(limit ?? .max) { try body(held[place].form) }
    return totals
  }

  private func lines(of hit: Hit) -> [ConcordanceLine] {
    let text = CuttableText(hit.paragraph.text)
    return hit.matches.map { text.line(of: $0, in: hit, context: context) }
  }

  /// What lines are ordered by.
  private func key(of match: Match, in folded: [Unicode.Scalar]) -> [UInt32] {
    switch order {
    case .left:
      folded[..<match.foldedRange.lowerBound].suffix(Self.orderedLength).reversed().map(\.value)
    case .right: folded[match.foldedRange.upperBound...].prefix(Self.orderedLength).map(\.value)
    case .year:
      [match.year.years.from ?? match.year.years.to, match.year.years.to].map {
        $0.map(UInt32.init(clamping:)) ?? .max
      }
    case .source: []
    }
  }
}
