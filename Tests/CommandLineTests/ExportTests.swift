import Foundation
import TestSupport
import Testing

/// Tests exports that are interrupted, killed or hit a full disk; rejected matches; batches of
/// queries.
struct ExportTests {
  private let folder: TemporaryFolder
  private let program = RunningCommand.products.appendingPathComponent("duansou").path

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> RunningCommand {
    try RunningCommand(arguments, in: folder.path)
  }

  /// Runs a line of Bash in which `duansou` is the built program.
  private func shell(_ line: String) throws -> RunningCommand {
    try RunningCommand(
      ["-c", "duansou() { '\(program)' \"$@\"; }; \(line)"], in: folder.path, program: "/bin/bash")
  }

  private func names(_ prefix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix(prefix) || $0.hasPrefix("." + prefix) || $0.hasPrefix("tmp") }
  }

  /// An index of 6000 paragraphs of various lengths, created once.
  private static let many = Task {
    let folder = try TemporaryFolder()
    let lines = (0..<6000).map { number in
      String(repeating: "控辍保学，", count: 1 + number * 7 % 13) + "\(number)。"
    }
    let path = try folder.write("多.txt", "2011年工作总结\n" + lines.joined(separator: "\n"))
    let run = await CommandRun(["index", path, "--index", folder("reports.sqlite")])
    #expect(run.status == 0, "\(run)")
    return try Data(contentsOf: URL(fileURLWithPath: folder("reports.sqlite")))
  }

  private func indexMany() async throws {
    try folder.write("index/reports.sqlite", Array(await Self.many.value))
  }

  @Test func `an interrupted export leaves no new file and keeps the existing one`() async throws {
    try await indexMany()
    for (name, signal, status) in [
      ("甲.csv", "KILL", "137"), ("丙.csv", "INT", "130"),
      ("丁.xlsx", "KILL", "137"), ("戊.xlsx", "INT", "130"),
    ] {
      try folder.write(name, "旧")
      let stopped = try shell(
        "'\(program)' export 控辍保学 -o \(name) & p=$!; sleep 1.5; kill -\(signal) $p; wait $p; echo $?"
      )
      #expect(stopped.output.hasSuffix(status + "\n"), "\(signal) \(stopped)")
      #expect(try String(contentsOfFile: folder(name), encoding: .utf8) == "旧")
      #expect(try names(String(name.prefix(1))) == [name])
    }
  }

  @Test func `a full disk is reported and leaves no file`() async throws {
    try await indexMany()
    for name in ["甲.csv", "乙.xlsx", "丙.json", "丁.do"] {
      let full = try shell("ulimit -f 64; duansou export 控辍保学 -o \(name)")
      #expect(full.status == 2, "\(full)")
      #expect(full.messages.contains("Cannot write"), "\(full)")
      #expect(try names(String(name.prefix(1))) == [], "\(full)")
    }
    let output = try shell("duansou export 控辍保学 > /dev/full")
    #expect(output.status == 2)
    #expect(output.messages == "duansou: Cannot write the output: No space left on device.\n")
  }

  @Test func `a query file and rejected matches apply to lists, counts and provenance`() throws {
    try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学抓得紧，控辍保学很重要。\n又说控辍保学。\n")
    #expect(try run("index", "报告").status == 0)
    try folder.write("批.txt", "# 两个\n辍学\t控辍 | 辍学\n工作\n")
    let batch = try run("export", "--queries", "批.txt", "--format", "tsv")
    let rows = batch.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows.dropFirst().map { $0[1] } == ["辍学", "辍学", "辍学", "工作"], "\(batch)")
    let id = String(rows[1][0])
    try folder.write(
      "拒.tsv", "hit_id\treason\n\(id)\t举例\nr00000000000000000000.1:0-2\t没有了\n")
    let list = try run(
      "export", "--queries", "批.txt", "--reject", "拒.tsv", "-o", "表.csv")
    #expect(list.status == 0)
    #expect(
      list.messages.contains("Wrote 3 rows") && list.messages.contains("1 identifiers"))
    let table = try String(contentsOfFile: folder("表.csv"), encoding: .utf8)
    #expect(!table.contains(id))
    let provenance = try String(contentsOfFile: folder("表.csv.provenance.json"), encoding: .utf8)
    #expect(provenance.contains(#"{"hit_id":"\#(id)","in_index":true,"reason":"举例"}"#))
    #expect(provenance.contains(#""in_index":false,"reason":"没有了""#))
    #expect(provenance.contains(#""rejected":1,"totals":{"loose":0,"matches":2"#))
    let years = try run("years", "--queries", "批.txt", "--reject", "拒.tsv", "--format", "csv")
    #expect(years.output.contains("\n辍学,2011,2,0,"), "\(years)")
  }

  @Test func `counts are written in every format`() async throws {
    let index = try await SampleIndex.path()
    for name in ["表.csv", "表.tsv", "表.xlsx", "表.json", "图.svg", "表.txt"] {
      for command in [["years"], ["panel", "--columns", "type"]] {
        let arguments = command + ["控辍保学", "-o", folder(name)]
        let first = await CommandRun(arguments, index: index)
        #expect(first.status == 0, "\(first)")
        let data = FileManager.default.contents(atPath: folder(name))
        #expect(await CommandRun(arguments, index: index).status == 0)
        #expect(
          data != nil && FileManager.default.contents(atPath: folder(name)) == data, "\(name)")
        #expect(FileManager.default.fileExists(atPath: folder(name + ".provenance.json")))
      }
    }
    let absent = ["absent", "双减", "--by", "issuer", "-o", folder("缺.xlsx")]
    #expect(await CommandRun(absent, index: index).status == 0)
  }
}
