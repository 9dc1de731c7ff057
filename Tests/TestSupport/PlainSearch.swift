public import Corpus
public import ReportSearch
import TextAnalysis

/// A reference implementation of ``Query`` that evaluates queries in memory by reading every
/// paragraph.
///
/// It shares only the value types of queries and reports, and folding, with the engine.
public final class PlainSearch {
  /// A report with the names under which an index stores it.
  public struct Item {
    /// The report itself.
    public let report: Report
    /// The identifier of the report in the index.
    public let identifier: String
    /// The paths of the files that contain the report.
    public let paths: [String]

    /// Creates an item.
    public init(_ report: Report, identifier: String, paths: [String]) {
      self.report = report
      self.identifier = identifier
      self.paths = paths
    }
  }

  /// A match in a paragraph.
  public struct PlainMatch: Hashable {
    /// The range of folded characters.
    public let range: Range<Int>
    /// Literal, or loose if an interruption was skipped.
    public let kind: Match.Kind

    /// Creates a match.
    public init(range: Range<Int>, kind: Match.Kind) {
      self.range = range
      self.kind = kind
    }
  }

  /// The matches of each paragraph that fits a query, keyed by the paragraph's number from 0 over
  /// all reports.
  public typealias Found = [Int: [PlainMatch]]

  /// A range of folded characters of a paragraph.
  struct Stretch {
    let paragraph: Int
    let range: Range<Int>
  }

  let items: [Item]
  /// Each paragraph: the number of its report, its index in the report, and its text.
  let paragraphs: [(item: Int, place: Int, text: PlainText)]
  /// A cache of the results of `same:` queries over the whole corpus.
  private var sames: [Query: Found] = [:]

  /// Creates the reference. The items are in the order in which the index stores the reports.
  public init(_ items: [Item]) {
    self.items = items
    paragraphs = items.enumerated().flatMap { number, item in
      item.report.paragraphs.enumerated().map { (number, $0, PlainText($1.text)) }
    }
  }

  /// Returns the paragraphs that fit a query, with their matches in text order.
  public func matches(of query: Query) -> Found {
    var found: Found = [:]
    for number in paragraphs.indices {
      found.merge(evaluate(query, in: [whole(number)]) ?? [:]) { first, _ in first }
    }
    return found
  }

  /// Returns the totals of a query's result.
  public func totals(of query: Query) -> SearchResult.Totals {
    let found = matches(of: query)
    let all = found.values.joined()
    return SearchResult.Totals(
      paragraphs: found.count, matches: all.count { $0.kind == .literal },
      looseMatches: all.count { $0.kind == .loose },
      reports: Set(found.keys.map { paragraphs[$0].item }).count)
  }

  func whole(_ number: Int) -> Stretch {
    Stretch(paragraph: number, range: 0..<paragraphs[number].text.folded.count)
  }

  // MARK: Units

  /// Returns the units of a scope over all reports, each as ranges of its paragraphs.
  private func units(of scope: Scope) -> [[Stretch]] {
    switch scope {
    case .sentence:
      return paragraphs.indices.flatMap { number in
        paragraphs[number].text.sentences.map { [Stretch(paragraph: number, range: $0)] }
      }
    case .section: return groups { (self.paragraphs[$0].item, self.heading(of: $0)) }
    case .report: return groups { (self.paragraphs[$0].item, nil) }
    }
  }

  /// Returns the index of the heading that opens a paragraph's section. A heading opens its own
  /// section.
  private func heading(of number: Int) -> Int? {
    let (item, place, _) = paragraphs[number]
    let paragraph = items[item].report.paragraphs[place]
    return paragraph.kind == .heading ? place : paragraph.heading
  }

  private func groups(by key: (Int) -> (Int, Int?)) -> [[Stretch]] {
    let keys = paragraphs.indices.map(key)
    return paragraphs.indices.compactMap { number in
      let members = paragraphs.indices.filter { keys[$0] == keys[number] }
      return members.first == number ? members.map(whole) : nil
    }
  }

  // MARK: Queries

  /// Returns the matches of a query in a unit, or `nil` if the unit does not fit the query.
  private func evaluate(_ query: Query, in unit: [Stretch]) -> Found? {
    switch query {
    case .term(let term):
      return found(in: unit) { stretch in
        paragraphs[stretch.paragraph].text.occurrences(of: term, in: stretch.range)
          .map { PlainMatch(range: $0.range, kind: $0.kind) }
      }
    case .near(let left, let right, let distance, let isOrdered):
      return found(in: unit) { stretch in
        pairs(left, right, distance, isOrdered, in: stretch).flatMap { [$0, $1] }.inOrder
      }
    case .all(let queries): return evaluate(all: queries, in: unit)
    case .any(let queries):
      let members = queries.compactMap { evaluate($0, in: unit) }
      return members.isEmpty ? nil : united(members).mapValues(\.leftmostLongest)
    case .same(let scope, let inner):
      if sames[query] == nil {
        sames[query] = united(units(of: scope).compactMap { evaluate(inner, in: $0) })
          .mapValues(\.inOrder)
      }
      let same = sames[query]!
      return found(in: unit) { stretch in
        (same[stretch.paragraph] ?? []).filter {
          stretch.range.lowerBound <= $0.range.lowerBound
            && $0.range.upperBound <= stretch.range.upperBound
        }
      }
    case .excluding, .filter: preconditionFailure("finds nothing by itself: \(query)")
    }
  }

  private func evaluate(all queries: [Query], in unit: [Stretch]) -> Found? {
    let filters = queries.filter(\.isFilter)
    var members: [Found] = []
    for query in queries where !query.isFilter {
      if case .excluding(let excluded) = query {
        if evaluate(excluded, in: unit) != nil { return nil }
        continue
      }
      guard let found = evaluate(query, in: unit) else { return nil }
      var passing: Found = [:]
      for (number, matches) in found {
        let kept = matches.filter { match in
          filters.allSatisfy { passes($0, match, ofParagraph: number) }
        }
        if !kept.isEmpty { passing[number] = kept }
      }
      if passing.isEmpty { return nil }
      members.append(passing)
    }
    return united(members).mapValues(\.inOrder)
  }

  /// Returns the matches of all ranges of a unit, or `nil` if there are none.
  private func found(in unit: [Stretch], _ matches: (Stretch) -> [PlainMatch]) -> Found? {
    var found: Found = [:]
    for stretch in unit {
      let matches = matches(stretch)
      if !matches.isEmpty { found[stretch.paragraph] = matches }
    }
    return found.isEmpty ? nil : found
  }

  private func united(_ members: [Found]) -> Found {
    members.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  // MARK: Nearness

  /// Returns the pairs of matches of both sides.
  ///
  /// Each left match, from left to right, takes the unused right match with the shortest gap. If
  /// two gaps are equal, it takes the one that follows.
  private func pairs(
    _ left: Query, _ right: Query, _ distance: Int, _ isOrdered: Bool, in stretch: Stretch
  ) -> [(PlainMatch, PlainMatch)] {
    var free = side(right, in: stretch)
    var pairs: [(PlainMatch, PlainMatch)] = []
    for match in side(left, in: stretch) {
      var nearest: (place: Int, gap: Int, follows: Bool)?
      for (place, partner) in free.enumerated() {
        let follows = match.range.upperBound <= partner.range.lowerBound
        let precedes = partner.range.upperBound <= match.range.lowerBound
        guard follows || precedes && !isOrdered else { continue }
        let gap =
          follows
          ? partner.range.lowerBound - match.range.upperBound
          : match.range.lowerBound - partner.range.upperBound
        guard gap <= distance else { continue }
        if let best = nearest, (best.gap, best.follows ? 0 : 1) <= (gap, follows ? 0 : 1) {
          continue
        }
        nearest = (place, gap, follows)
      }
      if let nearest { pairs.append((match, free.remove(at: nearest.place))) }
    }
    return pairs
  }

  /// Returns the matches of one side of ``Query/near(_:_:distance:isOrdered:)``.
  private func side(_ query: Query, in stretch: Stretch) -> [PlainMatch] {
    switch query {
    case .term: return evaluate(query, in: [stretch])?[stretch.paragraph] ?? []
    case .any(let sides): return sides.flatMap { side($0, in: stretch) }.leftmostLongest
    case .near(let left, let right, let distance, let isOrdered):
      return pairs(left, right, distance, isOrdered, in: stretch).map { first, second in
        PlainMatch(
          range: min(
            first.range.lowerBound, second.range.lowerBound)..<max(
              first.range.upperBound, second.range.upperBound),
          kind: first.kind == .loose || second.kind == .loose ? .loose : .literal)
      }.inOrder
    case .all, .excluding, .filter, .same: preconditionFailure("no side: \(query)")
    }
  }
}

extension [PlainSearch.PlainMatch] {
  /// The matches ordered by start, then end, each range once. A literal match takes precedence over
  /// a loose one of the same range.
  fileprivate var inOrder: Self {
    var kept: Self = []
    for match in sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound, $0.kind == .literal ? 0 : 1)
        < ($1.range.lowerBound, $1.range.upperBound, $1.kind == .literal ? 0 : 1)
    }) where kept.last?.range != match.range {
      kept.append(match)
    }
    return kept
  }

  /// The non-overlapping matches from left to right; the longest of those with the same start.
  fileprivate var leftmostLongest: Self {
    var kept: Self = []
    for match in inOrder.sorted(by: {
      ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound)
    }) where match.range.lowerBound >= kept.last?.range.upperBound ?? 0 {
      kept.append(match)
    }
    return kept
  }
}
