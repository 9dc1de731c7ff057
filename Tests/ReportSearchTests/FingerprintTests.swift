import Corpus
import TestSupport
import Testing

@testable import ReportSearch

/// The fingerprint of an index: equal for equal data, different for different data.
struct FingerprintTests {
  private let folder: TemporaryFolder
  private let report = "某县教育局2011年工作总结\n一、主要工作\n今年新建学校8所。\n"

  init() throws { folder = try TemporaryFolder() }

  private func index(
    _ paths: String..., at name: String = "index.sqlite", metadata: [ToldFact] = []
  ) async throws -> String {
    for path in paths {
      var options = Indexer.Options()
      options.metadata = metadata
      _ = try await Indexer(indexPath: folder(name), options: options).index([folder(path)])
    }
    return try ReportIndex(path: folder(name)).fingerprint()
  }

  private func correct(_ change: (inout ReportMetadata) -> Void) throws -> String {
    let index = try ReportIndex(path: folder("index.sqlite"))
    let writer = try IndexWriter(path: folder("index.sqlite"))
    try writer.correct(index.reports()[0], with: change)
    try writer.commit()
    return try index.fingerprint()
  }

  @Test func `every correction changes the fingerprint, and removing it restores it`()
    async throws
  {
    try folder.write("甲/一.txt", report)
    let original = try await index("甲")
    var seen: Set = [original]
    let changes: [(inout ReportMetadata) -> Void] = [
      { $0.year = 2013 }, { $0.region = "泸县" }, { $0.documentType = .plan },
      { $0.issuer = "泸县教育局" }, { $0.title = "总结" }, { $0.url = "https://example.org/1" },
      { $0.date = CalendarDate(iso8601: "2012-01-05") },
      // The value equals the one read from the text, but its basis differs.
      { $0.year = 2011 },
    ]
    for change in changes {
      #expect(try seen.insert(correct { change(&$0) }).inserted)
    }
    #expect(try correct { $0 = ReportMetadata() } == original)
  }

  @Test func `supplied metadata changes the fingerprint`() async throws {
    let path = try folder.write("甲/一.txt", report)
    let original = try await index("甲")
    var metadata = ReportMetadata()
    metadata.region = "泸县"
    let told = try await index("甲", metadata: [ToldFact(path: path, part: nil, metadata: metadata)])
    #expect(told != original)
  }

  @Test func `neither folders nor the order of indexing change the fingerprint`() async throws {
    for name in ["甲", "乙"] {
      try folder.write("\(name)/一.txt", report)
      try folder.write("\(name)/二.txt", "某县教育局2012年工作总结\n去年新建学校9所。\n")
    }
    let first = try await index("甲/一.txt", "甲/二.txt", at: "1.sqlite")
    let second = try await index("乙/二.txt", "乙/一.txt", at: "2.sqlite")
    #expect(first == second)
    let corrections = try correction(in: "1.sqlite")
    let writer = try IndexWriter(path: folder("2.sqlite"))
    #expect(try writer.correct(corrections).isEmpty)
    try writer.commit()
    let corrected = try [1, 2].map { try ReportIndex(path: folder("\($0).sqlite")).fingerprint() }
    #expect(corrected[0] == corrected[1] && corrected[0] != first)
  }

  private func correction(in name: String) throws -> [ToldFact] {
    let writer = try IndexWriter(path: folder(name))
    let index = try ReportIndex(path: folder(name))
    try writer.correct(index.reports()[0]) { $0.year = 2014 }
    try writer.commit()
    return try index.corrections()
  }

  @Test func `a correction of a report that is not indexed changes nothing`() async throws {
    try folder.write("甲/一.txt", report)
    let original = try await index("甲")
    var metadata = ReportMetadata()
    metadata.year = 2013
    let writer = try IndexWriter(path: folder("index.sqlite"))
    let fact = ToldFact(path: "/无", part: 1, metadata: metadata)
    #expect(try writer.correct([fact]) == ["/无"])
    try writer.commit()
    let index = try ReportIndex(path: folder("index.sqlite"))
    #expect(try index.fingerprint() == original)
    #expect(
      try index.correctedReports()
        == [Searcher.CorrectedReports(correction: fact, reports: [])])
  }
}
