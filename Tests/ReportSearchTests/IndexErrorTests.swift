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

  @Test func `what is no index is refused and stays as it is`() throws {
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

  @Test func `another program's database is refused and stays as it is`() throws {
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

  /// `Suites/format-1.sqlite` is what the first version wrote of a report of two paragraphs. An index of a
  /// format that this program does not know must be refused for ever after, with the remedy.
  @Test func `an index of the first format is refused and stays as it is`() throws {
    let path = folder("第一版.sqlite")
    try FileManager.default.copyItem(
      atPath: ProjectFolder.root + "/Tests/ReportSearchTests/Suites/format-1.sqlite", toPath: path)
    let before = FileManager.default.contents(atPath: path)
    let error = IndexError(
      path: path, kind: .otherFormat(found: 1, supported: Schema.formatVersion))
    #expect(throws: error) { try ReportIndex(path: path) }
    #expect(throws: error) { try IndexWriter(path: path) }
    #expect(throws: error) {
      try IndexRepair(ofIndexAt: path, after: IndexExamination()).run()
    }
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  /// `Suites/folding-1.sqlite` was written with the first rules of folding, which left 衞 and • alone. A
  /// search for 卫生 would miss its paragraph without a word.
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

  @Test func `identifiers are found by their beginnings`() throws {
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

  @Test func `a second writer is told that there is a first`() throws {
    let path = folder("index.sqlite")
    let first = try IndexWriter(path: path)
    try first.add(Source(paragraphs: ["甲"], name: "甲"), file: .named("/甲"))
    let error = #expect(throws: IndexError.self) {
      try IndexWriter(path: path, waiting: .zero)
        .add(Source(paragraphs: ["乙"], name: "乙"), file: .named("/乙"))
    }
    // Where the system tells who has the lock, it is this process.
    guard case .busy(let holder) = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #if os(Linux)
      #expect(holder?.process == Int(ProcessInfo.processInfo.processIdentifier))
    #endif
    // A reader is not disturbed.
    #expect(try ReportIndex(path: path).reports().isEmpty)
    try first.commit()
    #expect(try ReportIndex(path: path).reports().count == 1)
  }

  @Test func `all calls in one state see what the first one saw`() throws {
    let path = folder("index.sqlite")
    let writer = try IndexWriter(path: path)
    try writer.add(Source(paragraphs: ["甲学校"], name: "甲"), file: .named("/甲"))
    try writer.commit()
    let index = try ReportIndex(path: path)
    let query = try QueryParser().parse("学校")
    let name = try index.fingerprint()
    try index.inOneState {
      #expect(try index.contents().reports == 1)
      try writer.add(Source(paragraphs: ["乙学校"], name: "乙"), file: .named("/乙"))
      try writer.commit()
      #expect(try index.contents().reports == 1)
      #expect(try index.inOneState { try index.search(query, limit: 9).totals.paragraphs } == 1)
      #expect(try index.fingerprint() == name)
      #expect(try ReportIndex(path: path).contents().reports == 2)
      // What goes wrong is told as ever.
      #expect(throws: IndexError(path: path, kind: .unknownReport("x"))) {
        try index.report(identifiedBy: "x")
      }
    }
    #expect(try index.search(query, limit: 9).totals.paragraphs == 2)
    #expect(try index.fingerprint() != name)
    #expect(throws: CancellationError.self) { try index.inOneState { throw CancellationError() } }
    try change(path, "UPDATE report SET year_basis = '?'")
    let damaged = try ReportIndex(path: path)
    let told = try #require(throws: IndexError.self) { try damaged.reports() }
    #expect(throws: told) { try damaged.inOneState { try damaged.reports() } }
  }

  private func change(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }
}
