import Corpus
import Foundation
import TestSupport
import Testing

@testable import ReportSearch

/// Near-duplicate groups against a comparison of every pair of paragraphs.
struct CopyLaws {
  /// Returns the groups of an index in the form of ``PlainCopies/groups``.
  private func groups(of path: String) throws -> [[String]] {
    let listing = try ReportIndex(path: path).copies(limit: .max)
    #expect(listing.groupCount == listing.groups.count)
    #expect(listing.paragraphCount == listing.groups.reduce(0) { $0 + $1.paragraphs.count })
    let sizes = listing.groups.map(\.paragraphs.count)
    #expect(sizes == sizes.sorted(by: >))
    return listing.groups.map { $0.paragraphs.map(\.paragraph.identifier) }
      .sorted { $0[0] < $1[0] }
  }

  private func plain(_ sources: [String: Source]) -> PlainCopies {
    // A source with two paths counts once, under the first path.
    var paths: [String: String] = [:]
    for (path, source) in sources {
      paths[source.digest.hexadecimal] = min(path, paths[source.digest.hexadecimal] ?? path)
    }
    let items = sources.filter { paths[$1.digest.hexadecimal] == $0 }.sorted { $0.key < $1.key }
      .flatMap { path, source in
        source.reports[0].paragraphs.enumerated().map { number, paragraph in
          PlainCopies.Item(
            name: Identifier.paragraph(
              report: Identifier.report(source: source.digest, part: 1), number: number + 1),
            text: paragraph.text, kind: paragraph.kind, year: source.reports[0].year.year,
            path: path, number: number)
        }
      }
    return PlainCopies(items)
  }

  @Test(.law, arguments: LawSeeds.seeds(6))
  func `after any changes the groups equal those of comparing every pair`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var planted = PlantedCopies(seed: seed)
    let folder = try TemporaryFolder()
    let changed = try IndexWriter(path: folder("changed.sqlite"))
    var held: [String: Source] = [:]
    let reports = planted.reports(count: 60, paragraphs: 8, copiesOfThree: 2)
    var met = 0
    for step in 0..<90 {
      let path = "/\(Int.random(in: 0..<30, using: &random))"
      if Int.random(in: 0..<4, using: &random) == 0 {
        try changed.remove(filesAt: [path])
        held[path] = nil
      } else {
        // Sometimes the same report is added again, possibly under another path.
        let report = reports[Int.random(in: 0..<reports.count, using: &random)]
        let source = Source(paragraphs: report.texts, name: report.path, year: report.year)
        try changed.add(source, file: .named(path))
        held[path] = source
      }
      guard Int.random(in: 0..<3, using: &random) == 0 || step == 89 else { continue }
      try changed.commit()
      let found = try groups(of: folder("changed.sqlite"))
      met += found.count
      try #require(found == plain(held).groups, "\(seed), step \(step)")
    }
    #expect(met > 40, "agreement on nothing proves nothing")
    let rebuilt = try IndexWriter(path: folder("rebuilt.sqlite"))
    for (path, source) in held.shuffled(using: &random) {
      try rebuilt.add(source, file: .named(path))
    }
    try rebuilt.commit()
    let groups = try groups(of: folder("changed.sqlite"))
    #expect(try self.groups(of: folder("rebuilt.sqlite")) == groups)
  }

  @Test(.law, arguments: LawSeeds.seeds(4))
  func `counts without copies include only the first hit of each group`(
    seed: UInt64
  ) throws {
    var random = SeededRandom(seed: seed)
    var planted = PlantedCopies(seed: seed &+ 100)
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder("index.sqlite"))
    var held: [String: Source] = [:]
    for report in planted.reports(count: 30, paragraphs: 8, copiesOfThree: 2).shuffled(
      using: &random)
    {
      let source = Source(paragraphs: report.texts, name: report.path, year: report.year)
      try writer.add(source, file: .named(report.path))
      held[report.path] = source
    }
    try writer.commit()
    let index = try ReportIndex(path: folder("index.sqlite"))
    let groups = plain(held).groups
    var folded = 0
    for query in ["教师", "县", "入学率 -经费", "2012年 | 食堂", "year:2012 校", "年内 /20 家长"] {
      let query = try QueryParser().parse(query)
      let all = try index.search(query, limit: .max, options: SearchOptions(facets: [.region]))
      let found = Set(all.hits.map(\.paragraph.identifier))
      let later = Set(groups.flatMap { $0.filter(found.contains).dropFirst() })
      let wanted = all.hits.filter { !later.contains($0.paragraph.identifier) }
      let options = SearchOptions(facets: [.region], foldsCopies: true)
      let result = try index.search(query, limit: .max, options: options)
      #expect(result.hits.map(\.paragraph) == wanted.map(\.paragraph))
      let totals = SearchResult.Totals(
        paragraphs: wanted.count, matches: wanted.reduce(0) { $0 + $1.matches.count },
        reports: Set(wanted.map(\.report.identifier)).count)
      #expect(result.totalsWithoutCopies == totals && all.totalsWithoutCopies == totals)
      #expect(result.totals == all.totals)
      #expect(result.facets[.region]?.map(\.matches) == [totals.matches])
      for hit in all.hits {
        let group = groups.first { $0.contains(hit.paragraph.identifier) }
        #expect(hit.copies?.group == group?[0] && hit.copies?.count == group?.count)
        #expect(hit.copies?.isFirst == group.map { $0[0] == hit.paragraph.identifier })
      }
      folded += all.hits.count - wanted.count
    }
    #expect(folded > 20, "nothing was folded")
  }
}
