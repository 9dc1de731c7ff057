import TestSupport
import Testing

/// Tests the output of `copies`, `diff` and `search --fold-copies`.
struct CopiesTests {
  private let folder: TemporaryFolder

  init() async throws {
    folder = try TemporaryFolder()
    try folder.write(
      "reports/泸县教育局2011年工作总结.txt",
      """
      泸县教育局2011年工作总结
      一、主要工作
      2011年，泸县教育局组织教师逐户走访，劝返学生23人，控辍保学工作取得实效，入学率稳步提高。\
      对家庭困难的学生减免住宿费、发放生活补助，对随父母外出的学生逐一核实去向，\
      建立台账，每月更新，做到情况清、去向明、措施实。
      各学校严格执行收费公示制度，规范办学行为，社会反响良好，家长满意度明显上升。
      全县新建食堂三所。
      """)
    try folder.write(
      "reports/江阳区教育局2012年工作总结.txt",
      """
      江阳区教育局2012年工作总结
      一、主要工作
      2012年，江阳区教育局组织教师逐户走访，劝返学生35人，控辍保学工作取得实效，入学率稳步提高。\
      对家庭困难的学生减免住宿费、发放生活补助，对随父母外出的学生逐一核实去向，\
      建立台账，每月更新，做到情况清、去向明、措施实。
      各学校严格执行收费公示制度，规范办学行为，社会反响良好，家长满意度明显上升。
      各学校严格执行收费公示制度，规范办学行为，社会反响良好，家长满意度明显上升！
      """)
    try folder.write(
      "reports/古蔺县教育局2010年工作总结.txt",
      """
      古蔺县教育局2010年工作总结
      一、主要工作
      各学校严格执行收费公示制度，规范办学行为，社会反响良好，家长满意度明显上升。
      职业中学与三家企业签订协议，开设汽车维修班，学生实习期间由企业发放补贴，控辍保学压力减轻。
      """)
    let run = await run("index", folder("reports"))
    #expect(run.status == 0, "\(run)")
  }

  private func run(_ arguments: String...) async -> CommandRun {
    await CommandRun(arguments, index: folder("index/reports.sqlite"))
  }

  /// Returns the identifiers of the paragraphs that match a query, ordered by path.
  private func identifiers(of query: String) async -> [String] {
    let run = await run("search", query, "--format", "jsonl", "--sort", "source")
    return run.output.matches(of: /"paragraph_id":"([^"]+)"/).map { String($0.1) }
  }

  @Test func `loose matches are counted separately, also with near-duplicates folded`()
    async
  {
    let run = await run("search", "~行为社会 | 控辍保学")
    let totals = run.output.split(separator: "\n").first ?? ""
    #expect(
      totals.hasSuffix(
        ": 3 matches in 7 paragraphs of 3 reports, and 4 more with punctuation inside; counting "
          + "near-duplicates once, 3 matches in 4 paragraphs of 3 reports, and 1 more with punctuation inside"
      ),
      "\(run)")
  }

  @Test func `near-duplicates match the snapshot in both languages`() async throws {
    let visits = await identifiers(of: "逐户走访")
    try #require(visits.count == 2)
    let report = String(visits[0].prefix(8))
    for (snapshot, commandLines) in [
      (
        "copies",
        [
          ["copies"], ["copies", "控辍保学"], ["copies", "食堂"], ["copies", "--limit", "1"],
          ["copies", "--report", report], ["copies", "--pairs"],
          ["copies", "--pairs", "--limit", "1", "--format", "json"],
          ["copies", "--limit", "1", "--offset", "1", "--format", "csv"],
          ["copies", "--report", report, "--format", "json"], ["copies", "--pairs", "控辍保学"],
        ]
      ),
      (
        "diff",
        [
          ["diff", visits[1], visits[0]], ["diff", visits[1], visits[0], "--format", "json"],
          ["diff", visits[1], visits[0], "--format", "csv"], ["diff", visits[1], "r1.9"],
          ["diff", visits[1], report + ".99"], ["diff", visits[1], "控辍"],
        ]
      ),
      (
        "fold-copies",
        [
          ["search", "控辍保学 | 收费", "--sort", "year"],
          ["search", "控辍保学 | 收费", "--sort", "year", "--fold-copies"],
        ]
      ),
    ] {
      var answers = RecordedAnswers(in: folder, index: folder("index/reports.sqlite"))
      for arguments in commandLines { await answers.add(arguments) }
      try expectSnapshot(answers.text, named: "\(snapshot).txt")
    }
  }

  @Test func `a corrected year changes the first appearance`() async throws {
    let fees = await identifiers(of: "收费公示制度")
    try #require(fees.count == 4)
    let group = { () async -> String? in
      let run = await run("search", "收费公示制度", "--format", "json", "--limit", "1")
      return run.output.firstMatch(of: /"dup_group":"([^"]+)"/).map { String($0.1) }
    }
    // In path order: 古蔺县 of 2010, 江阳区 of 2012 (twice), 泸县 of 2011.
    #expect(await group() == fees[0])
    let report = try #require(fees[0].split(separator: ".").first)
    let set = await run("set", String(report), "--year", "2016")
    #expect(set.status == 0, "\(set)")
    #expect(await group() == fees[3])
    let remove = await run("remove", folder("reports/泸县教育局2011年工作总结.txt"))
    #expect(remove.status == 0, "\(remove)")
    #expect(await group() == fees[1])
  }
}
