import Foundation
import ResultFormats
import TestSupport
import Testing

/// Tests the error messages of the command line in both languages against snapshots.
struct FailureTests {
  private static let huge = String(repeating: "学", count: 40_000)

  /// The command lines of each snapshot. `{}` is replaced by the folder of the test's files.
  static let commandLines: [(snapshot: String, lines: [[String]])] = [
    (
      "search",
      [
        ["search"], ["search", ""], ["search", " \u{3000}"], ["search", "\"双减"], ["search", huge],
        ["search", "学", "--limit", "x"], ["search", "学", "--limit", "-1"],
        ["search", "学", "--lmit", "1"], ["search", "学", "--index", "{}/无.sqlite"],
        ["search", "学", "--index", "{}/文.sqlite"], ["search", "没有这样的话"],
        ["search", "控辍 |"], ["search", "yaer:2011 学"], ["search", "学 section:序言"],
        ["search", "学 region:"], ["search", "学", "--concepts", "{}/无.tsv"],
        ["search", "学", "--concepts", "{}/概念.tsv"],
        ["search", "学", "--concepts", "{}/坏/图.png"],
      ]
    ),
    (
      "kwic",
      [
        ["kwic", "控缀保学"], ["kwic"], ["kwic", "学", "--context", "-1"],
        ["kwic", "学", "--sort", "rank"],
      ]
    ),
    (
      "ask",
      [["ask"], ["ask", "？！"], ["ask", huge], ["ask", "学", "--limit", "-1"], ["ask", "鑫鑫鑫"]]
    ),
    (
      "index",
      [
        ["index", "{}/坏", "--index", "{}/文.sqlite"], ["index", "{}/没有的文件夹"], ["index"],
        ["index", "{}/坏", "--index", "{}/新.sqlite"],
        ["index", "{}/坏", "--metadata", "{}/无.csv"],
        ["index", "{}/坏", "--metadata", "{}/缺.csv"],
        ["index", "{}/坏", "--metadata", "{}/错.csv"],
        ["index", "{}/坏", "--max-file-size", "很大"], ["index", "{}/坏", "--timeout", "0"],
      ]
    ),
    (
      "export",
      [
        ["export", "学", "-o", "{}/无/表.csv"], ["export", "学", "--format", "xml"],
        ["export", "学", "-o", "{}/表.xls"], ["export"], ["export", "学", "--format", "xlsx"],
        ["export", "学", "-o", "{}/表.md", "--per", "match"],
        ["export", "学", "--encoding", "gb18030"], ["export", "--queries", "{}/批.txt"],
        ["export", "--queries", "{}/空.txt"], ["export", "学", "--reject", "{}/拒.tsv"],
        ["export", "学", "--reject", "{}/无.tsv"],
        ["export", "学", "--context", "9223372036854775807"],
      ]
    ),
    (
      "counts",
      [
        ["years", "学", "-o", "{}/表.pdf"], ["years", "学", "--format", "xlsx"],
        ["years", "学", "-o", "{}/无/图.svg"],
        ["panel", "学", "--rows", "query", "--columns", "query"],
        ["panel", "学", "--rows", "region", "--columns", "year", "--format", "svg"],
        ["panel", "学", "--columns", "issuer", "--format", "svg"],
        ["absent", "学", "--format", "svg"],
      ]
    ),
    (
      "reports",
      [
        ["show", "r"], ["show", "x"], ["show", "r.99999999999999999999"],
        ["reports", "--format", "xml"], ["remove", "{}/没有的文件夹"],
        ["set", "x", "--year", "2011"], ["set", "r"], ["set", "r", "--year", "11"],
        ["set", "r", "--region", "鼓楼区"], ["set", "r", "--region", "510599"],
        ["set", "r", "--type", "小说"], ["set", "r", "--date", "三月"],
        ["corrections", "import", "{}/错.csv"], ["corrections", "import", "{}/无.csv"],
        ["corrections", "export", "{}/更正.csv"],
      ]
    ),
    (
      "commands", [["serch", "学"], ["tokens"]]
    ),
  ]

  @Test(arguments: commandLines.map(\.snapshot))
  func `errors match the snapshot in both languages`(snapshot: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("文.sqlite", String(repeating: "不是数据库", count: 500))
    try folder.write("坏/图.png", [0x89, 0x50, 0x4E, 0x47])
    try folder.write("坏/空.txt", "")
    try folder.write("缺.csv", "文号,year\n1,2011\n")
    try folder.write("错.csv", "path,year\n甲.txt,明年\n")
    try folder.write("概念.tsv", "双减\n")
    try folder.write("批.txt", "# 说明\n学\n名\t控辍 |\n")
    try folder.write("空.txt", "# 说明\n")
    try folder.write("拒.tsv", "hit_id\treason\n学\t不是\n")
    // Commands that change the index open it for writing before they check their input.
    let index = folder("index/reports.sqlite")
    try await SampleIndex.copy(to: index)
    var answers = RecordedAnswers(in: folder, index: index)
    let lines = try #require(Self.commandLines.first { $0.snapshot == snapshot }).lines
    for arguments in lines {
      for run in await answers.add(arguments) { #expect(run.status != 0, "\(run)") }
    }
    try expectSnapshot(answers.text, named: "failures-\(snapshot).txt")
    #expect(!FileManager.default.fileExists(atPath: folder("无.sqlite")))
    #expect(try String(contentsOfFile: folder("文.sqlite"), encoding: .utf8).hasPrefix("不是数据库"))
  }

  /// Checks in a separate process that the program fails in the same way as the runs in the test
  /// process.
  @Test(
    arguments: [
      (["search"], Int32(64)), (["search", "学", "--index", "无.sqlite"], 2),
      (["reports", "--format", "xml"], 64), (["search", "\"双减", "--index", "无.sqlite"], 2),
    ] as [([String], Int32)])
  func `the program gives the same output as a run in the process`(
    arguments: [String], status: Int32
  ) async throws {
    let folder = try TemporaryFolder()
    for (locale, language) in [("zh_CN.UTF-8", Language.chinese), ("C.UTF-8", .english)] {
      let program = try RunningCommand(
        arguments, in: folder.path, environment: ["LANG": locale, "COLUMNS": "80"])
      let run = await CommandRun(arguments, in: language)
      #expect(program.status == status && run.status == status, "\(program)\n\(run)")
      #expect(
        program.output == run.output && program.messages == run.messages, "\(program)\n\(run)")
    }
  }
}
