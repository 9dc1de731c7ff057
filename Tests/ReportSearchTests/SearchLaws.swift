import Corpus
import Foundation
import TestSupport
import Testing

@testable import ReportSearch

/// The engine against the reference, with random queries on small corpora that were changed.
struct SearchLaws {
  private static let treesPerCorpus = 200

  private struct Place: Equatable {
    let range: Range<Int>
    let kind: Match.Kind
  }

  @Test(.law, arguments: LawSeeds.seeds(100))
  func `any query finds the matches of the plain reference`(seed: UInt64) throws {
    let corpus = try ChangedCorpus(seed: seed)
    var queries = RandomTrees(random: SeededRandom(seed: seed &+ 1_000_000))
    var fitting = 0
    for number in 0..<Self.treesPerCorpus {
      let query = queries.query()
      let wanted = corpus.reference.matches(of: query).mapValues { matches in
        matches.map { Place(range: $0.range, kind: $0.kind) }
      }
      let result = try corpus.index.search(query, limit: .max)
      let found = Dictionary(
        uniqueKeysWithValues: result.hits.map { hit in
          (
            corpus.numbers[hit.paragraph.identifier]!,
            hit.matches.map { Place(range: $0.foldedRange, kind: $0.kind) }
          )
        })
      try #require(found == wanted, "\(seed) \(query)")
      if !wanted.isEmpty { fitting += 1 }
      let kinds = wanted.values.joined().map(\.kind)
      let totals = SearchResult.Totals(
        paragraphs: wanted.count, matches: kinds.count { $0 == .literal },
        looseMatches: kinds.count { $0 == .loose },
        reports: Set(result.hits.map(\.report.identifier)).count)
      try #require(result.totals == totals, "\(seed) \(query)")
      guard number.isMultiple(of: 8) else { continue }
      let scores = corpus.reference.scores(of: query, boost: Ranking.boost)
      // Scores that differ only by rounding count as equal.
      let order = scores.keys.sorted {
        abs(scores[$0]! - scores[$1]!) > 1e-12 ? scores[$0]! > scores[$1]! : $0 < $1
      }
      #expect(
        result.hits.map { corpus.numbers[$0.paragraph.identifier]! } == order, "\(seed) \(query)")
      for (hit, number) in zip(result.hits, order) {
        #expect(abs(hit.score - scores[number]!) < 1e-9, "\(seed) \(query)")
      }
    }
    // Guards against a vacuous pass: enough queries must have matches.
    #expect(fitting >= 20 || corpus.numbers.count < 4, "\(seed): \(fitting)")
  }

  @Test func `two spellings of a string are one term`() throws {
    let index = try ParagraphIndex(["控辍保学和学校", "学校", "控輟"]).reportIndex
    func scores(_ query: String) throws -> [Double] {
      try index.search(QueryParser().parse(query), limit: 9).hits.map(\.score)
    }
    #expect(try scores("控輟 (控辍 | 学校)") == scores("控辍 (控辍 | 学校)"))
    #expect(try scores("控輟 | 控辍") == scores("控辍"))
  }

  @Test(.law, arguments: LawSeeds.seeds(10))
  func `facets, orders and pages agree with the whole list`(seed: UInt64) throws {
    let corpus = try ChangedCorpus(seed: seed)
    var queries = RandomTrees(random: SeededRandom(seed: seed &+ 2_000_000))
    for _ in 0..<40 {
      let query = queries.query()
      let all = try corpus.index.search(
        query, limit: .max, options: SearchOptions(facets: Set(Facet.allCases)))
      for facet in Facet.allCases {
        #expect(all.facets[facet] == Self.counts(of: all.hits, by: facet), "\(facet) \(query)")
      }
      for order in HitOrder.allCases {
        let sorted = all.hits.sorted { left, right in
          let (first, second) = (Self.key(left, order), Self.key(right, order))
          let (before, after) = (
            corpus.numbers[left.paragraph.identifier]!, corpus.numbers[right.paragraph.identifier]!
          )
          return first != second ? first < second : order != .rank && before < after
        }
        let wanted = (order == .rank ? all.hits : sorted).map(\.paragraph)
        var streamed: [IndexedParagraph] = []
        _ = try corpus.index.forEachHit(of: query, order: order) { streamed.append($0.paragraph) }
        #expect(streamed == wanted, "\(order) \(query)")
        for offset in stride(from: 0, through: wanted.count + 3, by: 3) {
          let page = try corpus.index.search(
            query, limit: 3, options: SearchOptions(offset: offset, order: order))
          #expect(page.hits.map(\.paragraph) == Array(wanted.dropFirst(offset).prefix(3)))
          #expect(page.hits.map(\.rank) == page.hits.indices.map { offset + $0 + 1 })
          #expect(page.totals == all.totals)
        }
      }
    }
  }

  private static func key(_ hit: Hit, _ order: HitOrder) -> String {
    switch order {
    case .rank: ""
    case .year:
      "\(hit.matches.map { $0.year.years.from ?? $0.year.years.to ?? 9999 }.min()!)"
    case .source:
      hit.report.sourcePaths[0] + "\(hit.report.part)"
    }
  }

  /// Returns facet counts from a list of all hits.
  private static func counts(of hits: [Hit], by facet: Facet) -> [FacetCount] {
    var members: [String: [(hit: Hit, match: Match)]] = [:]
    var labels: [String: String] = [:]
    for hit in hits {
      for match in hit.matches {
        let value: String
        switch facet {
        case .mentionYear: value = match.year.years.row
        case .reportYear: value = hit.report.year.year.map(String.init) ?? "undated"
        case .region, .city, .province:
          // All regions of the random reports are in 泸州市 or unknown.
          let city = facet == .city ? ("510500", "泸州市") : ("510000", "四川省")
          let isDivision = facet != .region && hit.region.code != nil
          value = isDivision ? city.0 : hit.region.code ?? hit.region.name ?? ""
          labels[value] = isDivision ? city.1 : hit.region.name ?? ""
        case .issuer: value = hit.report.issuer?.name ?? ""
        case .documentType: value = hit.report.documentType.rawValue
        case .section: value = hit.paragraph.section.rawValue
        case .source: value = hit.report.sourcePaths[0]
        }
        members[value, default: []].append((hit, match))
      }
    }
    let counts = members.map { value, members in
      var count = FacetCount(value: value, label: labels[value] ?? value)
      count.matches = members.count { $0.match.kind == .literal }
      count.looseMatches = members.count { $0.match.kind == .loose }
      count.paragraphs = Set(members.map(\.hit.paragraph.identifier)).count
      count.reports = Set(members.map(\.hit.report.identifier)).count
      return count
    }
    let years = ["–2011", "2010", "2010–2012", "2011", "2012/13", "2013", "placeholder", "undated"]
    return counts.sorted { left, right in
      guard facet == .mentionYear || facet == .reportYear else {
        let sizes = [left, right].map { $0.matches + $0.looseMatches }
        return sizes[0] != sizes[1] ? sizes[0] > sizes[1] : left.value < right.value
      }
      func place(_ count: FacetCount) -> Int {
        years.firstIndex(of: count.value == "–2011" ? "2011" : count.value)!
      }
      return (place(left), left.value) < (place(right), right.value)
    }
  }
}
