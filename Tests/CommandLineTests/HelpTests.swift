import ResultFormats
import TestSupport
import Testing

/// Tests the help of every command in both languages.
struct HelpTests {
  private static let lists = ["ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "参数：", "选项：", "命令："]

  @Test(arguments: [
    [], ["--help"], ["index", "--help"], ["remove", "--help"], ["search", "--help"],
    ["kwic", "--help"],
    ["ask", "--help"],
    ["export", "--help"], ["reports", "--help"], ["show", "--help"], ["tokens", "--help"],
    ["stats", "--help"], ["check", "--help"], ["set", "--help"], ["corrections", "--help"],
    ["years", "--help"], ["panel", "--help"], ["absent", "--help"], ["copies", "--help"],
    ["diff", "--help"], ["serve", "--help"],
  ])
  func `help matches the snapshot in both languages`(arguments: [String]) async throws {
    var text = ""
    for language in [Language.chinese, .english] {
      let run = await CommandRun(arguments, in: language)
      #expect(run.status == 0, "\(run)")
      text += "status \(run.status)\n--- output\n\(run.output)--- messages\n\(run.messages)"
    }
    let name = arguments.first { !$0.hasPrefix("-") } ?? (arguments.isEmpty ? "nothing" : "help")
    #if PostgreSQL
      // The snapshots contain only the commands that every build has.
      text.replace(/\x20 (copy|shard) .*\n/, with: "")
    #endif
    try expectSnapshot(text, named: "help-\(name).txt")
  }

  @Test(arguments: [[], ["search", "--help"], ["help", "corrections"], ["--version"]])
  func `the program prints the same help as a run in the process`(arguments: [String]) async throws
  {
    let folder = try TemporaryFolder()
    for (locale, language) in [("zh_CN.UTF-8", Language.chinese), ("C.UTF-8", .english)] {
      let program = try RunningCommand(
        arguments, in: folder.path, environment: ["LANG": locale, "COLUMNS": "80"])
      let run = await CommandRun(arguments, in: language)
      #expect(program.status == 0 && run.status == 0, "\(program)\n\(run)")
      #expect(
        program.output == run.output && program.messages == run.messages, "\(program)\n\(run)")
    }
  }

  private func help(_ command: [String], _ language: Language) async -> [(
    name: String, text: String
  )] {
    let run = await CommandRun(command + ["--help"], in: language)
    #expect(run.status == 0, "\(run)")
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
    // The list of commands ends with a line on how to get help for a command.
    return entries.filter { !$0.name.hasPrefix("See 'duansou help") && !$0.name.hasPrefix("用 ") }
  }

  @Test func `every argument, option and command has help in both languages`() async throws {
    let commands = await help([], .english).map(\.name).filter { !$0.hasPrefix("-") }
    #expect(commands.count >= 19)
    let nested = [["corrections", "export"], ["corrections", "import"]]
    for command in [[]] + commands.map({ [$0] }) + nested {
      let english = await help(command, .english)
      let chinese = await help(command, .chinese)
      #expect(english.count >= 2 && english.count == chinese.count, "\(command)")
      for (name, text) in english {
        #expect(text.contains(/[a-z]{2}/), "\(command) \(name): \(text)")
      }
      for (name, text) in chinese {
        #expect(text.contains(/\p{Han}/), "\(command) \(name): \(text)")
      }
    }
  }

  @Test func `the Chinese help contains no English sentences`() async throws {
    let names = await help([], .english).map(\.name).filter { !$0.hasPrefix("-") }
    for command in [[]] + names.map({ [$0] }) {
      let run = await CommandRun(command + ["--help"], in: .chinese)
      for words in ["See '", "detailed help", "OVERVIEW", "USAGE", "subcommand", "default"] {
        #expect(!run.output.contains(words), "\(command): \(words)")
      }
    }
  }
}
