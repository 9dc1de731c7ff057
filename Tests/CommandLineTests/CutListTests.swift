import Foundation
import TestSupport
import Testing

/// Tests that machine-readable lists are complete or state what is missing.
struct CutListTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    // Thirty texts, each shared by two reports, give thirty groups of near-duplicates.
    var random = SeededRandom(seed: 1)
    let alphabet = Array("教育学校工作安全检查教师培训营养改善计划实施条件建设资金落实制度".unicodeScalars)
    let texts = (0..<30).map { _ in
      "控辍保学" + random.string(of: alphabet, length: 40...40) + "。\n"
    }
    for number in 0..<30 {
      try folder.write(
        "报告/\(number).txt", "2011年工作总结\n\(texts[number])\(texts[(number + 1) % 30])")
    }
    let run = try RunningCommand(["index", "报告"], in: folder.path)
    #expect(run.status == 0, "\(run)")
  }

  private func run(_ arguments: String...) throws -> RunningCommand {
    let run = try RunningCommand(arguments, in: folder.path)
    #expect(run.status == 0, "\(run)")
    return run
  }

  private func object(_ run: RunningCommand) throws -> [String: Any] {
    try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  private func lines(_ run: RunningCommand) -> Int {
    run.output.split(whereSeparator: \.isNewline).count
  }

  @Test func `JSON lines have the order and values of the JSON object`()
    throws
  {
    for options in [[], ["--sort", "source"], ["--fold-copies"], ["--explain"]] {
      let all = try RunningCommand(
        ["search", "控辍保学", "--format", "jsonl"] + options, in: folder.path)
      #expect(all.messages.isEmpty, "\(all)")
      let part = try RunningCommand(
        ["search", "控辍保学", "--format", "jsonl", "--offset", "3", "--limit", "4"] + options,
        in: folder.path)
      let whole = all.output.split(separator: "\n")
      #expect(part.output.split(separator: "\n") == Array(whole[3..<7]))
      #expect(part.messages.contains("4–7 of \(whole.count) paragraphs listed"), "\(part)")
      #expect(whole.count == (options == ["--fold-copies"] ? 30 : 60))
    }
    let json = try run("search", "控辍保学", "--format", "json")
    #expect((try object(json)["hits"] as? [Any])?.count == 20)
    #expect(
      json.messages == "1–20 of 60 paragraphs listed; --limit 60 lists all.\n", "\(json)")
    let chinese = try RunningCommand(
      ["search", "控辍保学", "--format", "json"], in: folder.path,
      environment: ["LANG": "zh_CN.UTF-8"])
    #expect(chinese.messages == "共 60 段，已列出第 1–20 段；--limit 60 可列出全部。\n", "\(chinese)")
    #expect(try run("search", "控辍保学", "--format", "json", "--limit", "60").messages.isEmpty)
  }

  @Test func `tables and JSON contain all groups and pairs`() throws {
    let groups = try run("copies", "--format", "json")
    #expect((try object(groups)["groups"] as? [Any])?.count == 30 && groups.messages.isEmpty)
    #expect(lines(try run("copies", "--format", "csv")) == 61)
    let pairs = try run("copies", "--pairs", "--format", "json")
    let object = try object(pairs)
    #expect((object["pairs"] as? [Any])?.count == 30 && pairs.messages.isEmpty)
    #expect((object["totals"] as? [String: Any])?["pairs"] as? Int == 30)
    #expect(lines(try run("copies", "--pairs", "--format", "csv")) == 31)
    let some = try run("copies", "--pairs", "--offset", "25", "--limit", "10", "--format", "csv")
    #expect(lines(some) == 6)
    #expect(some.messages == "26–30 of 30 pairs listed.\n", "\(some)")
    // Lists for people are short and state that they are truncated.
    #expect(try run("copies").output.contains("; showing 20"))
    #expect(try run("copies", "--pairs").messages.contains("1–20 of 30 pairs"))
  }

  @Test func `a list truncated by --limit is reported`() throws {
    for format in ["json", "jsonl"] {
      let lines = try run("kwic", "控辍保学", "--limit", "5", "--format", format)
      #expect(lines.messages == "1–5 of 60 matches listed; --limit 60 lists all.\n")
    }
    let table = try run("export", "控辍保学", "--limit", "5")
    #expect(
      table.messages == "控辍保学: 1–5 of 60 paragraphs listed; --limit 60 lists all.\n",
      "\(table)")
    let ask = try run("ask", "控辍保学怎么样？", "--format", "jsonl")
    #expect(lines(ask) == 20 && ask.messages.contains("1–20 of 60 paragraphs"), "\(ask)")
    #expect(try run("kwic", "控辍保学", "--format", "jsonl").messages.isEmpty)
  }
}
