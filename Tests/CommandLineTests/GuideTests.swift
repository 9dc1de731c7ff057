import Foundation
import TestSupport
import Testing

/// Tests that GUIDE.md mentions every command, option and value listed in the program's help.
struct GuideTests {
  #if PostgreSQL
    private static let serverCommands = ["copy", "shard init", "shard add", "shard status"]
  #else
    private static let serverCommands: [String] = []
  #endif

  @Test(
    arguments: serverCommands + [
      "index", "remove", "search", "ask", "kwic", "years", "panel", "absent", "export", "reports",
      "show", "set", "corrections", "copies", "diff", "tokens", "stats", "check", "serve",
    ])
  func `the guide mentions every option`(command: String) async throws {
    let guide = try String(contentsOfFile: ProjectFolder.root + "/GUIDE.md", encoding: .utf8)
    let help = await CommandRun(
      command.split(separator: " ").map(String.init) + ["--help"]
    ).output
    #expect(guide.contains("duansou \(command)"))
    for option in help.matches(of: /--[a-z-]+/).map({ String($0.output) })
    where !["--help", "--version"].contains(option) {
      #expect(guide.contains(option), "\(option) of \(command)")
    }
    for values in help.matches(of: /values: ([a-z0-9, \n-]+)/) {
      for value in values.1.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
        #expect(guide.contains("`\(value)`"), "\(value) of \(command)")
      }
    }
  }

  @Test func `the README shows actual output`() throws {
    let readme = try String(contentsOfFile: ProjectFolder.root + "/README.md", encoding: .utf8)
    let folder = try TemporaryFolder()
    let index = folder("index.sqlite")
    let added = try run("index", "Tests/Samples/reports", "--index", index)
    let search = try run("search", "控辍保学", "--limit", "3", "--index", index)
    let shown = added.split(separator: "\n").prefix(2) + search.split(separator: "\n").prefix(5)
    #expect(shown.count == 7)
    for line in shown { #expect(readme.contains(line), "\(line)") }
  }

  @Test func `the worked example in the guide shows actual output`() throws {
    let guide = try String(contentsOfFile: ProjectFolder.root + "/GUIDE.md", encoding: .utf8)
    let folder = try TemporaryFolder()
    let index = folder("index.sqlite")
    let added = try run("index", "Tests/Samples/reports", "--index", index)
    let years = try run("years", "控辍保学", "--index", index)
    let shown =
      added.split(separator: "\n").prefix(2) + years.split(separator: "\n").prefix(5)
      + years.split(separator: "\n").filter { $0.hasPrefix("2017") }
    #expect(shown.count == 8)
    for line in shown { #expect(guide.contains(line), "\(line)") }
    let list = try RunningCommand(
      ["export", "控辍保学", "-o", folder("控辍保学.xlsx"), "--index", index], in: ProjectFolder.root,
      environment: ["LANG": "zh_CN.UTF-8"])
    #expect(list.messages.contains("控辍保学.xlsx，共 31 行"))
  }

  private func run(_ arguments: String...) throws -> String {
    try RunningCommand(
      arguments, in: ProjectFolder.root, environment: ["LANG": "zh_CN.UTF-8"]
    ).output
  }
}
