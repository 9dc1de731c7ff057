import Corpus
import Foundation
import ReportSearch
import TestSupport
import Testing

struct IndexerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func index(
    _ paths: [String] = ["报告"], isInterrupted: Bool = false,
    _ change: (inout Indexer.Options) -> Void = { _ in }
  ) async throws -> Indexer.Summary {
    var options = Indexer.Options()
    change(&options)
    return try await Indexer(indexPath: folder("index.sqlite"), options: options)
      .index(paths.map { folder($0) }, isInterrupted: { isInterrupted })
  }

  private func titles() throws -> [String] {
    try ReportIndex(path: folder("index.sqlite")).reports().map(\.title).sorted()
  }

  @Test func `a second run opens no file`() async throws {
    for number in 1...30 { try folder.write("报告/\(number).txt", "\(number)年工作总结\n控辍保学") }
    let first = try await index()
    #expect((first.newFiles, first.openedFiles, first.unchangedFiles) == (30, 30, 0))
    let second = try await index()
    #expect((second.newFiles, second.openedFiles, second.unchangedFiles) == (0, 0, 30))
    #expect(second.contents?.reports == 30)
  }

  @Test func `a file of unchanged size and times is opened only to verify contents`()
    async throws
  {
    let path = try folder.write("报告/甲.txt", "2011年工作总结\n甲乙丙")
    _ = try await index()
    var status = stat()
    stat(path, &status)
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.seekToEnd()
    try handle.seek(toOffset: handle.offset() - 3)
    try handle.write(contentsOf: Data("丁".utf8))
    try handle.close()
    var times = [status.st_atim, status.st_mtim]
    utimensat(AT_FDCWD, path, &times, 0)
    #expect(try await index().unchangedFiles == 1)
    #expect(try await index { $0.verifiesContents = true }.changedFiles == 1)
    let found = try ReportIndex(path: folder("index.sqlite"))
      .search(QueryParser().parse("甲乙丁"), limit: 1)
    #expect(found.totals.paragraphs == 1)
  }

  @Test func `a changed file replaces its reports`() async throws {
    try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学")
    try folder.write("报告/乙.txt", "2012年工作总结\n控辍保学")
    _ = try await index()
    try folder.write("报告/甲.txt", "2013年工作总结\n留守儿童")
    let summary = try await index()
    #expect((summary.changedFiles, summary.unchangedFiles) == (1, 1))
    #expect(try titles() == ["2012年工作总结", "2013年工作总结"])
  }

  @Test func `a file that was only touched keeps its reports`() async throws {
    try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学")
    _ = try await index()
    let before = try ReportIndex(path: folder("index.sqlite"))
      .ranking(of: QueryParser().parse("控辍"), limit: 1).best
    try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学")
    #expect(try await index().unchangedFiles == 1)
    let after = try ReportIndex(path: folder("index.sqlite"))
      .ranking(of: QueryParser().parse("控辍"), limit: 1).best
    #expect(after == before)
    #expect(try await index().openedFiles == 0)
  }

  @Test func `a file that becomes empty loses its reports`() async throws {
    try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学")
    try folder.write("报告/乙.txt", "2012年工作总结\n控辍保学")
    _ = try await index()
    try folder.write("报告/甲.txt", "")
    let summary = try await index()
    #expect((summary.removedFiles, summary.errors.map(\.kind)) == (1, [.empty]))
    #expect(try titles() == ["2012年工作总结"])
  }

  @Test func `vanished files stay indexed until they are pruned`() async throws {
    let path = try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学")
    try folder.write("报告/乙.txt", "2012年工作总结\n控辍保学")
    try folder.write("别处/丙.txt", "2013年工作总结\n控辍保学")
    _ = try await index(["报告", "别处"])
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.removeItem(atPath: folder("别处/丙.txt"))
    #expect(try await index().removedFiles == 0)
    #expect(try titles().count == 3)
    // Only files below the given paths are pruned.
    #expect(try await index { $0.prunesVanishedFiles = true }.removedFiles == 1)
    #expect(try titles() == ["2012年工作总结", "2013年工作总结"])
  }

  @Test func `unreadable files are reported with reasons, and the rest is indexed`()
    async throws
  {
    try folder.write("报告/好.txt", "2011年工作总结\n控辍保学")
    let picture = try folder.write("报告/图.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    let empty = try folder.write("报告/空.txt", "")
    let noise = try folder.write("报告/乱.bin", (0..<999).map { UInt8($0 * 7 & 0xFF) })
    let broken = try folder.write("报告/坏.txt", Array("控辍保学".utf8) + [0xFF, 0x0A] + Array("保学".utf8))
    let chrome = try folder.write("报告/页.txt", "首页\n当前位置:首页\n版权声明:无")
    try folder.write("报告/.隐.txt", "不看")
    try folder.write("报告/页_files/脚本.js", "不看")
    try folder.write("报告/表.csv", "hit_id,query")
    try folder.write("报告/表.csv.provenance.json", "{}")
    let summary = try await index()
    let kinds = Dictionary(uniqueKeysWithValues: summary.errors.map { ($0.path, $0.kind) })
    #expect(
      kinds == [
        picture: .notText(.png), empty: .empty, noise: .notText(nil), chrome: .withoutReport,
        broken: .undecodable(.utf8, byteOffset: 12),
      ])
    #expect(try titles() == ["2011年工作总结"])
  }

  @Test(.enabled(if: geteuid() != 0, "root reads every folder"))
  func `an unreadable folder is reported`() async throws {
    try folder.write("报告/好.txt", "2011年工作总结\n控辍保学")
    try folder.write("报告/密/甲.txt", "不看")
    chmod(folder("报告/密"), 0)
    defer { chmod(folder("报告/密"), 0o755) }
    #expect(try await index().errors == [ReadingError(path: folder("报告/密"), kind: .system(EACCES))])
  }

  @Test func `large files are refused, patterns applied, and missing paths reported`()
    async throws
  {
    try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学")
    try folder.write("报告/乙.md", "# 2012年工作总结\n控辍保学")
    #expect(try await index { $0.pattern = "*.md" }.newFiles == 1)
    let summary = try await index(["报告", "无"]) { $0.largestFile = 10 }
    #expect(
      summary.errors == [
        ReadingError(path: folder("无"), kind: .system(ENOENT)),
        ReadingError(path: folder("报告/甲.txt"), kind: .tooLarge(byteCount: 32, limit: 10)),
      ])
  }

  @Test func `the number of jobs does not change the index`() async throws {
    for number in 1...80 { try folder.write("报告/\(number).txt", "\(number)年工作总结\n控辍保学\(number)") }
    var lists: [[String]] = []
    for jobs in [1, 2, 7] {
      let path = folder("index-\(jobs).sqlite")
      var options = Indexer.Options()
      options.jobs = jobs
      _ = try await Indexer(indexPath: path, options: options).index([folder("报告")])
      lists.append(try ReportIndex(path: path).reports().map { $0.identifier + $0.sourcePaths[0] })
    }
    #expect(lists[0] == lists[1] && lists[1] == lists[2])
  }

  @Test func `an interrupted run keeps committed files, and the next completes it`() async throws {
    for number in 1...300 { try folder.write("报告/\(number).txt", "\(number)年工作总结\n控辍保学") }
    let first = try await Indexer(indexPath: folder("index.sqlite"))
      .index([folder("报告")], isInterrupted: { true })
    #expect(first.isInterrupted)
    let done = try #require(first.contents?.reports)
    #expect(done > 0 && done < 300)
    let second = try await index()
    #expect(second.unchangedFiles == done)
    #expect(second.contents?.reports == 300)
  }

  @Test func `a line above the length limit is reported`() async throws {
    let path = try folder.write(
      "报告/甲.txt", "2011年工作总结\n" + String(repeating: "控辍保学", count: 500_000))
    #expect(
      try await index().errors == [
        ReadingError(
          path: path, kind: .lineTooLong(lineNumber: 2, byteCount: 6_000_000, limit: 5_000_000))
      ])
  }

  @Test func `symbolic links are followed once, and a broken one is reported`() async throws {
    try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学")
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: folder("报告/乙.txt"), withDestinationPath: "甲.txt")
    try manager.createSymbolicLink(atPath: folder("报告/环"), withDestinationPath: ".")
    try manager.createSymbolicLink(atPath: folder("报告/断.txt"), withDestinationPath: "无")
    let summary = try await index()
    #expect((summary.newFiles, summary.contents?.reports) == (2, 1))
    #expect(summary.errors == [ReadingError(path: folder("报告/断.txt"), kind: .system(ENOENT))])
    let report = try ReportIndex(path: folder("index.sqlite")).reports()[0]
    #expect(report.sourcePaths == [folder("报告/乙.txt"), folder("报告/甲.txt")])
  }

  @Test func `file names in GBK are read and opened`() async throws {
    try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学")
    let name: [UInt8] = [0xB2, 0xE2, 0xCA, 0xD4] + Array(".txt".utf8)
    let bytes = Array((folder("报告") + "/").utf8) + name + [0]
    let isRenamed = bytes.withUnsafeBufferPointer { path in
      path.withMemoryRebound(to: CChar.self) { rename(folder("报告/甲.txt"), $0.baseAddress!) == 0 }
    }
    #expect(isRenamed)
    #expect(try await index().newFiles == 1)
    #expect(try await index().unchangedFiles == 1)
    let report = try ReportIndex(path: folder("index.sqlite")).reports()[0]
    #expect(report.sourcePaths == [folder("报告/测试.txt")])
    let examination = try ReportIndex(path: folder("index.sqlite")).examine(isFull: true)
    #expect(examination.comparedFiles == 1 && examination.missingFiles.isEmpty)
  }

  @Test func `supplied metadata is applied completely after an interrupted run`() async throws {
    // More files than one transaction stores.
    let facts = try (0..<300).map { number in
      let path = try folder.write("报告/\(number).txt", "工作总结\n控辍保学第\(number)项")
      var metadata = ReportMetadata()
      metadata.year = 2012
      return ToldFact(path: path, part: nil, metadata: metadata)
    }
    _ = try await index()
    let stopped = try await index(isInterrupted: true) { $0.metadata = facts }
    #expect(stopped.isInterrupted && stopped.changedFiles == 256)
    #expect(try await index { $0.metadata = facts }.changedFiles == 44)
    let reports = try ReportIndex(path: folder("index.sqlite")).reports()
    #expect(reports.count == 300 && reports.allSatisfy { $0.year.year == 2012 })
    #expect(try await index { $0.metadata = facts }.unchangedFiles == 300)
  }

  @Test func `a full check reports changed and missing files`() async throws {
    let paths = try ["甲", "乙", "丙"].map {
      try folder.write("报告/\($0).txt", "2011年工作总结\n控辍保学\($0)")
    }
    _ = try await index()
    try FileManager.default.removeItem(atPath: paths[0])
    try folder.write("报告/乙.txt", "2011年工作总结\n控辍保学和别的")
    let examination = try ReportIndex(path: folder("index.sqlite")).examine(isFull: true)
    #expect(examination.missingFiles == [paths[0]] && examination.changedFiles == [paths[1]])
    #expect(examination.comparedFiles == 1 && examination.isSound)
  }

  @Test func `supplied metadata overrides the text and persists`() async throws {
    let path = try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学")
    _ = try await index()
    var metadata = ReportMetadata()
    metadata.year = 2012
    metadata.url = "http://www.example.cn/1"
    metadata.date = CalendarDate(year: 2013, month: 1, day: 5)
    let told = ToldFact(path: path, part: nil, metadata: metadata)
    let unknown = ToldFact(path: folder("报告/无.txt"), part: nil, metadata: metadata)
    let summary = try await index { $0.metadata = [told, unknown] }
    #expect(summary.changedFiles == 1 && summary.unknownMetadataPaths == [unknown.path])
    func report() throws -> IndexedReport {
      try ReportIndex(path: folder("index.sqlite")).reports()[0]
    }
    #expect(try report().year.year == 2012 && report().year.basis == .metadata)
    #expect(try report().url == metadata.url && report().publishDate == "2013-01-05")
    #expect(try await index { $0.metadata = [told] }.openedFiles == 0)
    // The metadata still applies after the file has changed.
    try folder.write("报告/甲.txt", "2011年工作总结\n留守儿童")
    #expect(try await index().changedFiles == 1)
    #expect(try report().year.year == 2012)
  }

  @Test func `undecodable bytes are replaced on request and reported`() async throws {
    let path = try folder.write("报告/甲.txt", Array("2011年工作总结\n控辍".utf8) + [0xFF] + Array("保学".utf8))
    #expect(try await index().errors.map(\.kind) == [.undecodable(.utf8, byteOffset: 26)])
    let summary = try await index { $0.replacesUndecodable = true }
    #expect(summary.newFiles == 1 && summary.incomplete.map(\.path) == [path])
    #expect(
      summary.incomplete.map(\.reasons)
        == [[Incompleteness(.undecodedBytes, byteOffset: 26, count: 1)]])
  }

  @Test func `incomplete reports are indexed and listed with their reasons`() async throws {
    let text = Array(("2011年工作总结\n" + String(repeating: "控辍保学抓得紧。\n", count: 30)).utf8)
    let path = try folder.write("报告/甲.txt", text + [0xFF])
    try folder.write("报告/乙.txt", text + Array("留守儿童".utf8))
    let reasons = [Incompleteness(.undecodedBytes, byteOffset: text.count, count: 1)]
    let first = try await index()
    #expect(first.errors.isEmpty && first.incomplete.map(\.path) == [path])
    // Unchanged files are not processed again, unless their contents are compared.
    #expect(try await index().incomplete.isEmpty)
    #expect(try await index { $0.verifiesContents = true }.incomplete.map(\.path) == [path])
    let reports = try ReportIndex(path: folder("index.sqlite"))
    #expect(Set(try reports.reports().map(\.incompleteness)) == [reasons, []])
    try reports.read { index in
      let listed = try index.reports(onlyIncomplete: true, limit: 10, offset: 0)
      #expect(listed.total == 1 && listed.reports.map(\.incompleteness) == [reasons])
      #expect(try index.incompleteReportCount() == 1)
      #expect(
        try index.reports(onlyConflicts: true, onlyIncomplete: true, limit: 10, offset: 0).total
          == 0)
    }
  }

  @Test func `each file of an archive is a separate source`() async throws {
    var archive = ZipFile()
    archive.add("县/甲.txt", "2011年工作总结\n控辍保学")
    archive.add("县/空.txt", "")
    archive.add(".隐/乙.txt", "2013年工作总结\n控辍保学")
    var inner = ZipFile()
    inner.add("丙.txt", "2012年工作总结\n控辍保学")
    archive.add(Array("内.zip".utf8), inner.bytes)
    let path = try folder.write("报告/全部.zip", archive.bytes)
    let first = try await index()
    #expect(first.errors == [ReadingError(path: path + "/县/空.txt", kind: .empty)])
    let reports = try ReportIndex(path: folder("index.sqlite")).reports()
    #expect(reports.flatMap(\.sourcePaths) == [path + "/县/甲.txt", path + "/内.zip/丙.txt"])
    // One entry could not be read, so the archive is opened and the error reported again.
    let second = try await index()
    #expect((second.openedFiles, second.unchangedFiles, second.errors.count) == (1, 1, 1))
    var changed = ZipFile()
    changed.add("县/甲.txt", "2011年工作总结\n控辍保学")
    try folder.write("报告/全部.zip", changed.bytes)
    #expect(try await index().changedFiles == 1)
    #expect(try titles() == ["2011年工作总结"])
    #expect(try await index().openedFiles == 0)
    try FileManager.default.removeItem(atPath: path)
    #expect(try await index { $0.prunesVanishedFiles = true }.removedFiles == 1)
    #expect(try titles() == [])
  }
}
