import Foundation
import TestSupport
import Testing

/// Tests the text output of `search` and `kwic`.
struct AnswerTests {
  private let folder: TemporaryFolder

  init() async throws {
    folder = try TemporaryFolder()
    try await SampleIndex.copy(to: folder("index/reports.sqlite"))
  }

  private func run(_ arguments: String...) async -> CommandRun {
    await CommandRun(arguments, index: folder("index/reports.sqlite"))
  }

  @Test func `answers match the snapshot in both languages`() async throws {
    var answers = RecordedAnswers(in: folder, index: folder("index/reports.sqlite"))
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
      await answers.add(arguments)
    }
    try expectSnapshot(answers.text, named: "answers.txt")
  }

  @Test func `each line is a match, and the parts of a score add up`() async {
    let lines = await run("kwic", "控辍保学")
    #expect(lines.output.split(separator: "\n").count == 31, "\(lines)")
    let cut = await run("kwic", "控辍保学", "--limit", "5")
    #expect(cut.output.split(separator: "\n").count == 5)
    #expect(cut.messages.contains("31 matches"), "\(cut)")
    let explained = await run("search", "控辍保学", "--explain", "--format", "jsonl", "--limit", "1")
    #expect(explained.output.contains(#""df":25,"#), "\(explained)")
  }

  @Test func `concepts come from the folder of the index or from the option`() async throws {
    #expect(await run("search", "@校车").status == 2)
    try folder.write("概念.tsv", "校车\t校车\n校车\t接送车\n")
    let named = await run("kwic", "@校车", "--concepts", folder("概念.tsv"))
    #expect(named.status == 0, "\(named)")
    try folder.write("index/concepts.tsv", "校车\t校车\n")
    for command in ["search", "kwic", "export"] {
      #expect(await run(command, "@校车").status == 0)
      #expect(await run(command, "@控辍保学").status == 0)
    }
  }

  @Test func `export writes the requested sort order`() async throws {
    let run = await run("export", "控辍保学", "--sort", "year", "-o", folder("表.jsonl"))
    #expect(run.status == 0, "\(run)")
    let provenance = try String(contentsOfFile: folder("表.jsonl.provenance.json"), encoding: .utf8)
    #expect(provenance.contains(#""sort":"year""#))
    let years = try String(contentsOfFile: folder("表.jsonl"), encoding: .utf8)
      .matches(of: /"report_year":(\d+)/).compactMap { Int($0.1) }
    #expect(years.first == 2011)
  }
}
