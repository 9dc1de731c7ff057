import Foundation
import TestSupport
import Testing

/// The help of every command, in both languages.
struct HelpTests {
  private let folder: TemporaryFolder

  private static let lists = ["ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "参数：", "选项：", "命令："]

  init() throws { folder = try TemporaryFolder() }

  private func help(_ command: [String], _ language: String) throws -> [(
    name: String, text: String
  )] {
    let run = try RunningCommand(
      command + ["--help"], in: folder.path, environment: ["LANG": language])
    #expect(run.status == 0)
    var entries: [(name: String, text: String)] = []
    var isList = false
    for line in run.output.split(separator: "\n") {
      if line.first != " " {
        isList = Self.lists.contains(String(line))
      } else if isList, let entry = line.wholeMatch(of: /\ {2}([^ ].*?)(?:\ {2,}([^ ].*))?/) {
        entries.append((String(entry.1), entry.2.map(String.init) ?? ""))
      } else if isList, !entries.isEmpty {
        entries[entries.count - 1].text += line.drop { $0 == " " }
      }
    }
    // How to learn of a command ends the list of commands.
    return entries.filter { !$0.name.hasPrefix("See 'duansou help") && !$0.name.hasPrefix("用 ") }
  }

  @Test func `no argument, option or command lacks a sentence in either language`() throws {
    let commands = try help([], "C.UTF-8").map(\.name).filter { !$0.hasPrefix("-") }
    #expect(commands.count >= 19)
    let nested = [["corrections", "export"], ["corrections", "import"]]
    for command in [[]] + commands.map({ [$0] }) + nested {
      let english = try help(command, "C.UTF-8")
      let chinese = try help(command, "zh_CN.UTF-8")
      #expect(english.count >= 2 && english.count == chinese.count, "\(command)")
      for (name, text) in english {
        #expect(text.contains(/[a-z]{2}/), "\(command) \(name): \(text)")
      }
      for (name, text) in chinese {
        #expect(text.contains(/\p{Han}/), "\(command) \(name): \(text)")
      }
    }
  }

  @Test func `the Chinese help says nothing in English`() throws {
    let names = try help([], "C.UTF-8").map(\.name).filter { !$0.hasPrefix("-") }
    for command in [[]] + names.map({ [$0] }) {
      let run = try RunningCommand(
        command + ["--help"], in: folder.path, environment: ["LANG": "zh_CN.UTF-8"])
      for words in ["See '", "detailed help", "OVERVIEW", "USAGE", "subcommand", "default"] {
        #expect(!run.output.contains(words), "\(command): \(words)")
      }
    }
  }
}
