import Corpus
package import ReportSearch
import TextAnalysis

/// All matches of a query, each with its left and right context (KWIC, keyword in context).
package struct Concordance: Sendable {
  /// The sort order of the lines. Lines that compare equal are in the order of ``Order/source``.
  package enum Order: String, Hashable, Sendable, CaseIterable {
    /// By the left context, read from the match outwards.
    case left
    /// By the right context.
    case right
    /// By the years attributed to the match, unknown ones last.
    case year
    /// By the path of the source, then by position in it.
    case source
  }

  /// The number of folded characters of a context that the sort key uses.
  package static let orderedLength = 30

  /// The maximum number of characters on each side of a match.
  package let context: Int
  /// The order of the lines.
  package let order: Order
  /// The maximum number of lines; `nil` for no limit.
  package let limit: Int?

  /// Creates a concordance.
  ///
  /// - Parameter context: The maximum number of characters on each side of a match; not negative.
  package init(context: Int = 30, order: Order = .source, limit: Int? = nil) {
    self.context = context
    self.order = order
    self.limit = limit
  }

  /// Calls a closure with each line in order.
  ///
  /// Contexts are compared by the scalar values of their folded characters, so the order does not
  /// depend on the locale. In the order of ``Order/source`` each line is passed on as soon as it is
  /// read. The other orders keep the result of `form` and a sort key for every line in memory until
  /// all lines are read, so `form` should return only what the output needs.
  ///
  /// - Parameters:
  ///   - form: Converts a line to the form to keep.
  ///   - body: Receives the converted lines in order.
  /// - Returns: The totals of the query, regardless of the limit.
  /// - Throws: An `IndexError`, or the error that `body` throws.
  package func forEachLine<Form>(
    of query: Query, in index: Searcher, as form: (ConcordanceLine) -> Form,
    _ body: (Form) throws -> Void
  ) throws -> SearchResult.Totals {
    guard order != .source else {
      var left = limit ?? .max
      // Every hit has at least one match, so `limit` hits suffice.
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

  /// Returns the sort key of a match.
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
