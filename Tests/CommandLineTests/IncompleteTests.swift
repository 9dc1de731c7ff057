import Foundation
import TestSupport
import Testing

/// Tests what the commands say about files of which text may be missing.
struct IncompleteTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let text = "2011年工作总结\n" + String(repeating: "控辍保学抓得紧。\n", count: 30)
    try folder.write("报告/甲.txt", Array(text.utf8) + [0xFF])
    try folder.write("报告/乙.txt", "2012年工作总结\n控辍保学抓得紧。\n")
  }

  private func run(_ arguments: String..., locale: String = "C.UTF-8") throws -> RunningCommand {
    try RunningCommand(arguments, in: folder.path, environment: ["LANG": locale])
  }

  @Test func `index names the files and exits with 3 when it reads them`() throws {
    let first = try run("index", "报告")
    #expect(first.status == 3, "\(first)")
    #expect(
      first.messages.contains(
        "报告/甲.txt: may be incomplete: has 1 byte that could not be decoded (the first at byte "),
      "\(first)")
    #expect(first.output.contains("0 failed, 1 incomplete"), "\(first)")
    let second = try run("index", "报告", locale: "zh_CN.UTF-8")
    #expect(second.status == 0 && second.messages.isEmpty, "\(second)")
    let third = try run("index", "报告", "--verify", locale: "zh_CN.UTF-8")
    #expect(third.status == 3, "\(third)")
    #expect(third.messages.contains("报告/甲.txt：文字可能不全，有 1 个字节解不开（从第 "), "\(third)")
    #expect(third.output.contains("失败 0，不全 1"), "\(third)")
    let json = try run("index", "报告", "--verify", "--json")
    #expect(json.output.contains(#""failed":0,"incomplete":1,"#), "\(json)")
    #expect(
      json.output.contains(#""incomplete":[{"count":1,"kind":"undecoded-bytes","path":"#),
      "\(json)")
    #expect(json.output.contains(#""place":"byte "#), "\(json)")
  }

  @Test func `reports, show and exports say which reports are incomplete`() throws {
    #expect(try run("index", "报告").status == 3)
    let list = try run("reports", "--incomplete")
    #expect(list.status == 0 && list.output.contains("2011年工作总结"), "\(list)")
    #expect(!list.output.contains("2012年工作总结"), "\(list)")
    #expect(list.output.contains("    may be incomplete: has 1 byte"), "\(list)")
    let json = try run("reports", "--format", "json")
    #expect(json.output.contains(#""incomplete":true,"incomplete_reasons":[{"count":1,"#))
    #expect(json.output.contains(#""incomplete":false,"incomplete_reasons":[],"#))
    let identifier = try #require(list.output.split(separator: " ").first)
    let shown = try run("show", String(identifier))
    #expect(shown.output.contains("Note: may be incomplete: has 1 byte"), "\(shown)")
    #expect(try run("export", "控辍保学", "-o", "表.csv").status == 0)
    let table = try String(contentsOfFile: folder("表.csv"), encoding: .utf8)
    let lines = table.split(separator: "\r\n")
    #expect(lines[0].hasSuffix(",char_to,incomplete"))
    #expect(lines.dropFirst().count { $0.hasSuffix(",true") } == 30)
    #expect(lines.dropFirst().count { $0.hasSuffix(",false") } == 1)
    let provenance = try String(contentsOfFile: folder("表.csv.provenance.json"), encoding: .utf8)
    #expect(
      provenance.contains(#""incomplete_reports":1"#)
        || provenance.contains(#""incomplete_reports" : 1"#))
  }

  @Test func `an index without such reports says so`() throws {
    #expect(try run("index", "报告/乙.txt").status == 0)
    let list = try run("reports", "--incomplete")
    #expect(list.status == 1 && list.output.isEmpty, "\(list)")
    #expect(list.messages.contains("No report has text that may be missing."), "\(list)")
  }
}
