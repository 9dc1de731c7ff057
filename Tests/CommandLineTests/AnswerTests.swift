import Foundation
import TestSupport
import Testing

/// What `search` and `kwic` answer, as people see it.
struct AnswerTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let run = try RunningCommand(["index", ProjectFolder.samples], in: folder.path)
    #expect(run.status == 0, "\(run)")
  }

  @Test func `answers are as recorded, in both languages`() throws {
    var text = ""
    for arguments in [
      ["search", "控輟保學　AND　双减"], ["search", "控辍 | and", "--limit", "1"],
      ["search", "~控辍保学 学校", "--explain", "--limit", "2"],
      ["search", "学生", "--sort", "year", "--limit", "3"],
      ["search", "@控辍保学", "--sort", "source", "--limit", "2"],
      ["search", "控辍保学 双减"], ["search", "控缀保学 year:2011"],
      ["search", "控缀保学", "--format", "json"],
      ["kwic", "双减", "--context", "10"], ["kwic", "双减", "--format", "json", "--limit", "1"],
      ["kwic", "控缀保学", "--format", "jsonl"],
    ] {
      for locale in ["zh_CN.UTF-8", "C.UTF-8"] {
        let run = try RunningCommand(arguments, in: folder.path, environment: ["LANG": locale])
        text += "$ duansou \(arguments.joined(separator: " "))\nstatus \(run.status)\n"
        text += "--- output\n\(run.output)--- messages\n\(run.messages)\n"
      }
    }
    try expectSnapshot(
      text.replacing(ProjectFolder.samples, with: "reports"), named: "answers.txt")
  }

  @Test func `a line is a match, and an explanation adds up in JSON`() throws {
    let lines = try RunningCommand(["kwic", "控辍保学"], in: folder.path)
    #expect(lines.output.split(separator: "\n").count == 31, "\(lines)")
    let cut = try RunningCommand(["kwic", "控辍保学", "--limit", "5"], in: folder.path)
    #expect(cut.output.split(separator: "\n").count == 5)
    #expect(cut.messages.contains("31 matches"), "\(cut)")
    let explained = try RunningCommand(
      ["search", "控辍保学", "--explain", "--format", "jsonl", "--limit", "1"], in: folder.path)
    #expect(explained.output.contains(#""df":25,"#), "\(explained)")
  }

  @Test func `concepts stand beside the index or are named`() throws {
    #expect(try RunningCommand(["search", "@校车"], in: folder.path).status == 2)
    try folder.write("概念.tsv", "校车\t校车\n校车\t接送车\n")
    let named = try RunningCommand(
      ["kwic", "@校车", "--concepts", "概念.tsv"], in: folder.path)
    #expect(named.status == 0, "\(named)")
    try folder.write("index/concepts.tsv", "校车\t校车\n")
    for command in ["search", "kwic", "export"] {
      #expect(try RunningCommand([command, "@校车"], in: folder.path).status == 0)
      #expect(try RunningCommand([command, "@控辍保学"], in: folder.path).status == 0)
    }
  }

  @Test func `lists are written in the order that is asked for`() throws {
    let run = try RunningCommand(
      ["export", "控辍保学", "--sort", "year", "-o", "表.jsonl"], in: folder.path)
    #expect(run.status == 0, "\(run)")
    let provenance = try String(contentsOfFile: folder("表.jsonl.provenance.json"), encoding: .utf8)
    #expect(provenance.contains(#""sort":"year""#))
    let years = try String(contentsOfFile: folder("表.jsonl"), encoding: .utf8)
      .matches(of: /"report_year":(\d+)/).compactMap { Int($0.1) }
    #expect(years.first == 2011)
  }
}
