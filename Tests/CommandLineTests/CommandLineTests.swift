import Foundation
import TestSupport
import Testing

/// Tests the built program in processes of its own.
struct CommandLineTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String..., environment: [String: String] = [:]) throws
    -> RunningCommand
  {
    try RunningCommand(arguments, in: folder.path, environment: environment)
  }

  /// Copies an index of the samples to the commands' default path.
  private func indexSamples() async throws {
    try await SampleIndex.copy(to: folder("index/reports.sqlite"))
  }

  /// Returns a run as recorded in snapshots, without machine-dependent text.
  private func record(_ run: RunningCommand) -> String {
    "status \(run.status)\n--- output\n\(run.output)--- messages\n\(run.messages)"
      .replacing(ProjectFolder.samples, with: "reports").replacing(folder.path, with: "folder")
  }

  @Test func `a query without a command suggests the search command`() throws {
    let chinese = try run("控辍保学", environment: ["LANG": "zh_CN.UTF-8"])
    #expect(chinese.status == 64 && chinese.output.isEmpty)
    #expect(chinese.messages.contains("没有 控辍保学 命令。要检索该词，请运行：duansou search 控辍保学"))
    #expect(try run("控辍保学").messages.contains("There is no command 控辍保学."))
    #expect(try run("help", "search").status == 0)
  }

  @Test func `samples are indexed and found`() throws {
    let first = try run("index", ProjectFolder.samples, "--json")
    #expect(first.status == 0, "\(first)")
    #expect(
      first.output.contains(
        #""files":{"changed":0,"failed":0,"incomplete":0,"new":13,"opened":13,"removed":0,"unchanged":0}"#
      ),
      "\(first)")
    #expect(first.output.contains(#""reports":17,"#), "\(first)")
    #expect(FileManager.default.fileExists(atPath: folder("index/reports.sqlite")))
    let second = try run("index", ProjectFolder.samples, "--json")
    #expect(second.output.contains(#""opened":0,"removed":0,"unchanged":13"#), "\(second)")
    let search = try run("search", "控辍保学", "--format", "json")
    #expect(search.status == 0)
    #expect(
      search.output.contains(
        #""totals":{"loose":0,"matches":31,"paragraphs":25,"reports":13,"without_copies":{"#),
      "\(search)")
  }

  @Test func `check distinguishes an intact index from a corrupted one`() async throws {
    try await indexSamples()
    var text = ""
    for locale in ["zh_CN.UTF-8", "C.UTF-8"] {
      let run = try RunningCommand(["check"], in: folder.path, environment: ["LANG": locale])
      #expect(run.status == 0, "\(run)")
      text += record(run)
    }
    let json = try run("check", "--format", "json")
    #expect(json.output.contains(#""sound":true"#))
    var bytes = try Data(contentsOf: URL(fileURLWithPath: folder("index/reports.sqlite")))
    let page = 4096
    // Makes the cell pointers of one page point outside the page.
    for place in stride(from: 8, to: 60, by: 1) {
      bytes[bytes.count / page / 2 * page + place] = 0xFF
    }
    try bytes.write(to: URL(fileURLWithPath: folder("index/reports.sqlite")))
    // The exact message depends on the content of that page.
    for (locale, words) in [
      ("zh_CN.UTF-8", ["损坏", "若仍不行，请删除它并重建：duansou index"]),
      ("C.UTF-8", ["corrupted", "delete it and rebuild it: duansou index"]),
    ] {
      let run = try RunningCommand(["check"], in: folder.path, environment: ["LANG": locale])
      #expect(run.status == 2, "\(run)")
      for word in words { #expect((run.output + run.messages).contains(word), "\(run)") }
    }
    try expectSnapshot(text, named: "check.txt")
  }

  @Test func `questions are answered`() async throws {
    try await indexSamples()
    var text = ""
    for locale in ["zh_CN.UTF-8", "C.UTF-8"] {
      let run = try RunningCommand(
        ["ask", "怎样防止学生辍学？", "--limit", "3"], in: folder.path, environment: ["LANG": locale])
      #expect(run.status == 0, "\(run)")
      text += record(run)
    }
    try expectSnapshot(text, named: "ask.txt")
    let json = try run("ask", "怎样防止学生辍学？", "--format", "json", "--limit", "1")
    #expect(json.output.contains(#""question":"怎样防止学生辍学？","schema":1,"totals":{"paragraphs":"#))
    let lines = try run("ask", "怎样防止", "学生辍学？", "--format", "jsonl", "--limit", "4")
    #expect(lines.output.split(separator: "\n").count == 4)
    let nothing = try run("ask", "鑫鑫鑫", "--format", "json")
    #expect(nothing.status == 1)
    #expect(nothing.output.contains(#""hits":[]"#))
  }

  @Test func `the exit code is 3 if files could not be read`() throws {
    try folder.write("报告/好.txt", "2011年工作总结\n控辍保学")
    try folder.write("报告/图.png", [0x89, 0x50, 0x4E, 0x47])
    let run = try run("index", "报告", "--json")
    #expect(run.status == 3, "\(run)")
    #expect(run.messages.contains("图.png"))
    #expect(run.output.contains(#""new":1"#))
    #expect(try self.run("search", "控辍保学").status == 0)
  }

  @Test func `a closed pipe is not an error`() async throws {
    try await indexSamples()
    let program = RunningCommand.products.appendingPathComponent("duansou").path
    let shell = try RunningCommand(
      ["-c", "'\(program)' export 的 --format jsonl | head -n 1; echo ${PIPESTATUS[0]} >&2"],
      in: folder.path, program: "/bin/bash")
    #expect(shell.messages == "0\n", "\(shell)")
    #expect(shell.output.split(separator: "\n").count == 1)
  }

  @Test func `lists are written to files, with their provenance`() async throws {
    try await indexSamples()
    let run = try run("export", "控辍保学", "双减", "-o", "表.csv")
    #expect(run.status == 0, "\(run)")
    #expect(run.output.isEmpty)
    let data = try #require(FileManager.default.contents(atPath: folder("表.csv")))
    #expect(data.starts(with: [0xEF, 0xBB, 0xBF]))
    let provenance = try String(contentsOfFile: folder("表.csv.provenance.json"), encoding: .utf8)
    #expect(
      provenance.contains(
        #""query":"控辍保学","read_as":"控辍保学","rejected":0,"totals":{"loose":0,"matches":31"#))
    let again = try self.run("export", "控辍保学", "双减", "-o", "表2.csv")
    #expect(again.status == 0)
    #expect(FileManager.default.contents(atPath: folder("表2.csv")) == data)
    let piped = try self.run("export", "控辍保学", "双减")
    #expect(Array(piped.output.utf8) == Array(data.dropFirst(3)))
    let lines = try self.run("export", "控辍保学", "-o", "表.jsonl")
    #expect(lines.status == 0)
    #expect(
      try String(contentsOfFile: folder("表.jsonl"), encoding: .utf8).split(separator: "\n").count
        == 31)
    #expect(try self.run("export", "没有这样的话", "-o", "空.csv").status == 1)
    #expect(FileManager.default.fileExists(atPath: folder("空.csv")))
  }

  @Test func `the list and the text of reports match the snapshot`() async throws {
    try await indexSamples()
    let list = try run("reports")
    let identifier = try #require(
      list.output.split(separator: "\n").first { $0.contains("2012年某市区教育局校车安全工作小结") }?
        .split(separator: " ").first)
    var text = record(list)
    for arguments in [
      ["show", String(identifier)], ["show", String(identifier), "--original"],
      ["show", String(identifier.prefix(12)), "--paragraph", "6"], ["show", "\(identifier).6"],
    ] {
      let run = try RunningCommand(
        arguments, in: folder.path, environment: ["LANG": "zh_CN.UTF-8"])
      text += "\n$ \(arguments.joined(separator: " "))\n" + record(run)
    }
    text +=
      try "\n" + record(run("stats")) + record(run("tokens", "教师ＱＱ群。"))
      + record(run("tokens", "㈠控輟", "--format", "json"))
    try expectSnapshot(text, named: "reports.txt")
    #expect(try run("show", "\(identifier).99").status == 2)
    let json = try run("reports", "--format", "json").output
    #expect(json.hasPrefix(#"{"reports":[{"conflict_evidence":"#))
  }

  @Test func `reports can be corrected, and corrections exported and imported`() throws {
    try folder.write("报告/甲.txt", "某县教育局工作总结\n控辍保学\n")
    #expect(try run("index", "报告").status == 0)
    let identifier = try #require(try run("reports").output.split(separator: " ").first)
    let set = try run("set", String(identifier), "--year", "2011", "--region", "泸县")
    #expect(set.status == 0 && set.output.contains("2011 (manual correction)"), "\(set)")
    #expect(set.output.contains("510521 泸县 (manual correction)"), "\(set)")
    #expect(try run("corrections", "export", "更正.csv").status == 0)
    #expect(try run("set", String(identifier), "--clear").output.contains("Year —"))
    let read = try run("corrections", "import", "更正.csv")
    #expect(read.status == 0, "\(read)")
    let search = try run("search", "控辍保学", "--format", "json")
    #expect(search.output.contains(#""report_year":2011,"report_year_basis":"manual""#))
  }

  @Test func `an index file can be copied without a write-ahead log`() async throws {
    try await indexSamples()
    let listed = try run("reports", "--format", "json").output
    let identifier = try #require(listed.firstMatch(of: /"report_id":"(r[0-9a-f]+)"/)?.1)
    #expect(try run("set", String(identifier), "--year", "1998").status == 0)
    try FileManager.default.copyItem(
      atPath: folder("index/reports.sqlite"), toPath: folder("copy.sqlite"))
    let shown = try run("show", String(identifier), "--index", "copy.sqlite")
    #expect(shown.status == 0 && shown.output.contains("1998"), "\(shown)")
  }

  @Test func `the index is given by option, variable or default`() throws {
    let samples = ProjectFolder.samples
    #expect(try run("index", samples, "--index", "甲/乙.sqlite").status == 0)
    #expect(try run("search", "学校", environment: ["DUANSOU_INDEX": "甲/乙.sqlite"]).status == 0)
    #expect(try run("search", "学校").status == 2)
    #expect(
      try run("search", "学校", "--index", "甲/乙.sqlite", environment: ["DUANSOU_INDEX": "无"]).status
        == 0)
  }

  #if !PostgreSQL
    @Test(arguments: [["stats"], ["search", "学校"], ["serve", "--port", "0"]])
    func `a build without PostgreSQL reports it without printing the password`(
      command: [String]
    ) throws {
      let run = try RunningCommand(
        command + ["--index", "postgresql://reader:geheim@db.example.org/reports"], in: folder.path,
        environment: ["LANG": "zh_CN.UTF-8"])
      #expect(run.status == 2 && run.output.isEmpty, "\(run)")
      #expect(run.messages.contains("postgresql://… 是服务器") && !run.messages.contains("geheim"))
      #expect(run.messages.contains("--traits PostgreSQL"), "\(run)")
    }
  #endif

  @Test func `a full check lists missing files`() throws {
    let path = try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学")
    #expect(try run("index", "报告").status == 0)
    try FileManager.default.removeItem(atPath: path)
    for (locale, words) in [("zh_CN.UTF-8", "：已不存在"), ("en_US.UTF-8", ": no longer exists")] {
      let check = try RunningCommand(
        ["check", "--full"], in: folder.path, environment: ["LANG": locale])
      #expect(check.output.contains("/报告/甲.txt\(words)\n"), "\(check)")
    }
    let json = try run("check", "--full", "--format", "json").output
    #expect(json.contains(#""missing":[{"path":""#) && json.contains(#""files_missing":1"#))
  }

  @Test func `unknown region names cause a warning`() throws {
    try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学")
    try folder.write("资料.csv", "path,region\n报告/甲.txt,泸先\n")
    for command in [["index", "报告", "--metadata", "资料.csv"], ["corrections", "import", "资料.csv"]] {
      let run = try RunningCommand(
        command, in: folder.path, environment: ["LANG": "zh_CN.UTF-8"])
      #expect(run.status == 0 && run.messages.contains("区划中没有“泸先”"), "\(run)")
    }
  }

  @Test func `an offset beyond the last paragraph is reported`() async throws {
    try await indexSamples()
    let run = try RunningCommand(
      ["search", "控辍保学", "--offset", "25"], in: folder.path, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(run.status == 0 && run.messages.contains("--offset 25 超出结果的段数"), "\(run)")
    let last = try RunningCommand(
      ["search", "控辍保学", "--offset", "24"], in: folder.path, environment: ["LANG": "zh_CN.UTF-8"])
    #expect(last.status == 0 && last.messages.isEmpty, "\(last)")
  }

  @Test func `files are removed from the index`() async throws {
    try await indexSamples()
    #expect(try run("remove", ProjectFolder.samples + "/青溪县教育局2011年工作总结.txt").status == 0)
    #expect(try run("search", "控辍保学", "--format", "json").output.contains(#""matches":24"#))
    #expect(try run("remove", ProjectFolder.samples).status == 0)
    #expect(try run("reports").status == 1)
    #expect(try run("search", "学").status == 1)
  }

  @Test func `Ctrl+C leaves an intact index`() throws {
    let count = LawSeeds.isFull ? 3000 : 400
    for number in 0..<count {
      try folder.write(
        "报告/\(number).txt", "\(number)年工作总结\n" + String(repeating: "控辍保学\(number)。\n", count: 60))
    }
    let program = RunningCommand.products.appendingPathComponent("duansou").path
    let shell = try RunningCommand(
      [
        "-c",
        "'\(program)' index 报告 & p=$!; sleep 0.7; kill -INT $p; wait $p; echo $? >&2",
      ], in: folder.path, program: "/bin/bash")
    let status = shell.messages.split(separator: "\n").last
    // On a fast machine, indexing may finish before the interruption.
    #expect(status == "130" || status == "0", "\(shell)")
    let rest = try run("index", "报告", "--json")
    #expect(rest.status == 0)
    #expect(rest.output.contains(#""reports":\#(count),"#), "\(rest)")
    #expect(
      try run("search", "控辍保学", "--format", "json").output.contains(#""matches":\#(60 * count),"#))
  }
}
