import Corpus
import Foundation
import GRDB
import TestSupport
import Testing

@testable import ReportSearch

/// Manual corrections: their effect, persistence and export.
struct CorrectionTests {
  private let folder: TemporaryFolder
  private let report = "某县教育局2011年工作总结\n一、主要工作\n今年新建学校8所。\n"

  init() throws { folder = try TemporaryFolder() }

  private func index(_ paths: String...) async throws {
    var options = Indexer.Options()
    options.prunesVanishedFiles = true
    _ = try await Indexer(indexPath: folder("index.sqlite"), options: options)
      .index(paths.map { folder($0) })
  }

  private func only() throws -> IndexedReport {
    let reports = try ReportIndex(path: folder("index.sqlite")).reports()
    try #require(reports.count == 1)
    return reports[0]
  }

  private func correct(_ change: (inout ReportMetadata) -> Void) throws {
    let writer = try IndexWriter(path: folder("index.sqlite"))
    try writer.correct(only(), with: change)
    try writer.commit()
  }

  /// Returns the years of the clause 今年新建学校.
  private func clause() throws -> String {
    let index = try ReportIndex(path: folder("index.sqlite"))
    let hit = try index.search(QueryParser().parse("今年新建"), limit: 1).hits.first
    return try #require(hit).matches[0].year.years.row
  }

  @Test func `a correction takes effect at once, on derived years too, without the file`()
    async throws
  {
    let path = try folder.write("甲/一.txt", report)
    try await index("甲")
    let before = try only()
    #expect(try before.year.year == 2011 && clause() == "2011")
    try FileManager.default.removeItem(atPath: path)
    try correct { $0.year = 2013 }
    try correct { $0.region = "泸县" }
    #expect(try only().year == ReportYear(year: 2013, basis: .manual, evidence: "2013"))
    #expect(try only().region.code == "510521" && only().region.basis == .manual)
    #expect(try only().identifier == before.identifier && clause() == "2013")
  }

  @Test func `a correction survives a changed file and a moved file`() async throws {
    try folder.write("甲/一.txt", report)
    try await index("甲")
    try correct { $0.year = 2013 }
    try folder.write("甲/一.txt", report + "今年扩建学校2所。\n")
    try await index("甲")
    #expect(try only().year.basis == .manual && only().paragraphCount == 4)
    try FileManager.default.removeItem(atPath: folder("甲/一.txt"))
    try await index("甲")
    try folder.write("乙/二.txt", report)
    try await index("乙")
    #expect(try only().sourcePaths == [folder("乙/二.txt")])
    #expect(try only().year.year == 2013)
  }

  @Test func `a correction overrides supplied metadata and can be removed`() async throws {
    let path = try folder.write("甲/一.txt", report)
    var metadata = ReportMetadata()
    metadata.year = 2012
    var options = Indexer.Options()
    options.metadata = [ToldFact(path: path, part: nil, metadata: metadata)]
    _ = try await Indexer(indexPath: folder("index.sqlite"), options: options)
      .index([folder("甲")])
    #expect(try only().year.basis == .metadata)
    try correct { $0.year = 2013 }
    #expect(try only().year.year == 2013)
    try correct { $0 = ReportMetadata() }
    #expect(try only().year == ReportYear(year: 2012, basis: .metadata, evidence: "2012"))
    #expect(try ReportIndex(path: folder("index.sqlite")).corrections() == [])
  }

  @Test func `corrections are imported into another index by content`() async throws {
    try folder.write("甲/一.txt", report)
    try await index("甲")
    try correct { ($0.year, $0.documentType) = (2013, .plan) }
    let facts = try ReportIndex(path: folder("index.sqlite")).corrections()
    let copy = try folder.write("乙/二.txt", report)
    let path = folder("other.sqlite")
    _ = try await Indexer(indexPath: path).index([copy])
    let writer = try IndexWriter(path: path)
    let unknown = ToldFact(path: "/无", part: 1, metadata: facts[0].metadata)
    #expect(try writer.correct(facts + [unknown]) == ["/无"])
    try writer.commit()
    let report = try ReportIndex(path: path).reports()[0]
    #expect(report.year.year == 2013 && report.documentType == .plan)
  }

  @Test func `re-attributing a stored source gives the reports of its file`() async throws {
    let path = folder("index.sqlite")
    try await SampleIndex.copy(to: path)
    let stored = try await DatabaseQueue(path: path).read { db in
      try Int.fetchAll(db, sql: "SELECT id FROM source").map { try Source(storedUnder: $0, in: db) }
    }
    #expect(stored.count > 10)
    let read = try ProjectFolder.files(below: ProjectFolder.samples).flatMap { file in
      try Data(contentsOf: URL(fileURLWithPath: file)).withUnsafeBytes {
        SourceReader().members(of: $0, path: file)
      }
    }.compactMap { try? $0.content.get() }
    var nothing = ReportMetadata()
    nothing.publisher = "无"
    for source in stored {
      let original = try #require(read.first { $0.digest == source.digest })
      #expect(source.telling([nil: nothing]) == original.telling([nil: nothing]))
    }
  }
}
