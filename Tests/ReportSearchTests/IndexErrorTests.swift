import Corpus
import Foundation
import GRDB
import TestSupport
import Testing
import TextAnalysis

@testable import ReportSearch

struct IndexErrorTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a file that is not an index is refused and left unchanged`() throws {
    #expect(throws: IndexError(path: folder("无"), kind: .missing)) {
      try ReportIndex(path: folder("无"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder("无")))
    let text = try folder.write("文.sqlite", String(repeating: "不是数据库", count: 500))
    let empty = try folder.write("空.sqlite", "")
    for path in [text, empty, folder.path] {
      let before = FileManager.default.contents(atPath: path)
      #expect(throws: IndexError(path: path, kind: .notAnIndex)) { try ReportIndex(path: path) }
      #expect(throws: IndexError(path: path, kind: .notAnIndex)) { try IndexWriter(path: path) }
      #expect(FileManager.default.contents(atPath: path) == before)
    }
  }

  @Test func `another program's database is refused and left unchanged`() throws {
    let path = folder("别人.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (a); PRAGMA user_version = 1") }
    try queue.close()
    let before = FileManager.default.contents(atPath: path)
    #expect(throws: IndexError(path: path, kind: .notAnIndex)) { try IndexWriter(path: path) }
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test func `an index of another format or another folding is refused`() throws {
    let path = folder("旧.sqlite")
    _ = try IndexWriter(path: path)
    try change(path, "PRAGMA user_version = 7")
    let format = IndexError(
      path: path, kind: .otherFormat(found: 7, supported: Schema.formatVersion))
    #expect(throws: format) { try ReportIndex(path: path) }
    #expect(throws: format) { try IndexWriter(path: path) }
    try change(path, "PRAGMA user_version = \(Schema.formatVersion)")
    try change(path, "UPDATE setting SET value = '0/旧' WHERE name = 'folding_version'")
    let folding = IndexError(
      path: path, kind: .otherFolding(found: "0/旧", current: FoldingVersion.current))
    #expect(throws: folding) { try ReportIndex(path: path) }
    #expect(throws: folding) { try IndexWriter(path: path) }
  }

  /// `Suites/format-1.sqlite` is an index of a report of two paragraphs, written by the first
  /// version; `format-5.sqlite` is one of the last format without reasons of incompleteness. Indexes
  /// of an unsupported format must always be refused with an error that names the remedy.
  @Test(arguments: [1, 5])
  func `an index of an older format is refused and left unchanged`(format: Int) throws {
    let path = folder("旧版.sqlite")
    try FileManager.default.copyItem(
      atPath: ProjectFolder.root + "/Tests/ReportSearchTests/Suites/format-\(format).sqlite",
      toPath: path)
    let before = FileManager.default.contents(atPath: path)
    let error = IndexError(
      path: path, kind: .otherFormat(found: format, supported: Schema.formatVersion))
    #expect(throws: error) { try ReportIndex(path: path) }
    #expect(throws: error) { try IndexWriter(path: path) }
    #expect(throws: error) {
      try IndexRepair(ofIndexAt: path, after: IndexExamination()).run()
    }
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  /// `Suites/folding-1.sqlite` was written with the first rules of folding, which left 衞 and • alone. A
  /// search for 卫生 would silently miss its paragraph.
  @Test func `an index of the first folding is refused and stays as it is`() throws {
    let path = folder("旧归并.sqlite")
    try FileManager.default.copyItem(
      atPath: ProjectFolder.root + "/Tests/ReportSearchTests/Suites/folding-1.sqlite", toPath: path)
    try change(path, "PRAGMA user_version = \(Schema.formatVersion)")
    let before = FileManager.default.contents(atPath: path)
    let error = IndexError(
      path: path,
      kind: .otherFolding(
        found: "1/Unicode 15.0.0/OpenCC 1.1.6", current: FoldingVersion.current))
    #expect(throws: error) { try ReportIndex(path: path) }
    #expect(throws: error) { try IndexWriter(path: path) }
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test func `reports are found by prefixes of their identifiers`() throws {
    let path = folder("index.sqlite")
    let writer = try IndexWriter(path: path)
    for name in ["甲", "乙"] {
      try writer.add(Source(paragraphs: [name], name: name), file: .named("/" + name))
    }
    try writer.commit()
    let index = try ReportIndex(path: path)
    let identifier = try index.reports()[1].identifier
    #expect(try index.report(identifiedBy: String(identifier.prefix(8))).title == "乙")
    #expect(throws: IndexError(path: path, kind: .ambiguousReport("r"))) {
      try index.report(identifiedBy: "r")
    }
    for unknown in ["", "x", "r%", identifier + "0"] {
      #expect(throws: IndexError(path: path, kind: .unknownReport(unknown))) {
        try index.report(identifiedBy: unknown)
      }
    }
  }

  @Test func `a second writer fails with an error that names the first`() throws {
    let path = folder("index.sqlite")
    let first = try IndexWriter(path: path)
    try first.add(Source(paragraphs: ["甲"], name: "甲"), file: .named("/甲"))
    let error = #expect(throws: IndexError.self) {
      try IndexWriter(path: path, waiting: .zero)
        .add(Source(paragraphs: ["乙"], name: "乙"), file: .named("/乙"))
    }
    // On Linux the system reports the process that holds the lock, which is this one.
    guard case .busy(let holder) = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #if os(Linux)
      #expect(holder?.process == Int(ProcessInfo.processInfo.processIdentifier))
    #endif
    // Readers are not blocked.
    #expect(try ReportIndex(path: path).reports().isEmpty)
    try first.commit()
    #expect(try ReportIndex(path: path).reports().count == 1)
  }

  @Test func `all answers of one searcher come from the same state`() throws {
    let path = folder("index.sqlite")
    let writer = try IndexWriter(path: path)
    try writer.add(Source(paragraphs: ["甲学校"], name: "甲"), file: .named("/甲"))
    try writer.commit()
    let index = try ReportIndex(path: path)
    let query = try QueryParser().parse("学校")
    let name = try index.fingerprint()
    try index.read { searcher in
      #expect(try searcher.contents().reports == 1)
      try writer.add(Source(paragraphs: ["乙学校"], name: "乙"), file: .named("/乙"))
      try writer.commit()
      #expect(try searcher.contents().reports == 1)
      #expect(try searcher.search(query, limit: 9).totals.paragraphs == 1)
      #expect(try searcher.fingerprint() == name)
      #expect(try ReportIndex(path: path).contents().reports == 2)
      #expect(throws: IndexError(path: path, kind: .unknownReport("x"))) {
        try searcher.report(identifiedBy: "x")
      }
    }
    #expect(try index.search(query, limit: 9).totals.paragraphs == 2)
    #expect(try index.fingerprint() != name)
  }

  @Test func `errors of the closure are not taken for the index's`() throws {
    let path = folder("index.sqlite")
    let writer = try IndexWriter(path: path)
    try writer.add(Source(paragraphs: ["甲学校"], name: "甲"), file: .named("/甲"))
    try writer.commit()
    let index = try ReportIndex(path: path)
    let query = try QueryParser().parse("学校")
    #expect(throws: CancellationError.self) { try index.read { _ in throw CancellationError() } }
    // An error of Foundation is one of the index where the index met it, and not where a hit is written.
    #expect(throws: CocoaError.self) {
      _ = try index.forEachHit(of: query) { _ in throw CocoaError(.fileWriteOutOfSpace) }
    }
    #expect(try index.search(query, limit: 9).totals.paragraphs == 1)
    try change(path, "UPDATE report SET year_basis = '?'")
    let damaged = try ReportIndex(path: path)
    #expect {
      try damaged.read { searcher in
        // The error is the index's already in the closure.
        #expect(throws: IndexError.self) { try searcher.reports() }
        _ = try searcher.reports()
      }
    } throws: {
      guard case .damaged? = ($0 as? IndexError)?.kind else { return false }
      return true
    }
  }

  @Test func `a search gives up at its deadline, and the next one does not`() throws {
    let path = folder("index.sqlite")
    let writer = try IndexWriter(path: path)
    let paragraphs = (0..<300).map { "第\($0)所学校控辍保学" }
    try writer.add(Source(paragraphs: paragraphs, name: "甲"), file: .named("/甲"))
    try writer.commit()
    let index = try ReportIndex(path: path)
    let query = try QueryParser().parse("学校")
    #expect {
      try index.read(deadline: .now) { try $0.search(query, limit: 300) }
    } throws: {
      ($0 as? IndexError)?.isInterruption == true
    }
    let found = try index.read(deadline: .now + .seconds(600)) { try $0.search(query, limit: 300) }
    #expect(found.totals.paragraphs == 300)
  }

  private func change(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
