import ArgumentParser
import Corpus
import Foundation
import ReportSearch
import ResultFormats

/// `duansou corrections`: takes what was set right by hand to another index, and back.
struct CorrectionsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "corrections",
      abstract: say("导出、导入人工更正", "Export and import what was set right by hand."),
      subcommands: [Export.self, Import.self])
  }

  /// `duansou corrections export`.
  struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "export",
        abstract: say("把人工更正写成 CSV 文件", "Write what was set right by hand to a CSV file."))
    }

    @Argument(help: ArgumentHelp(say("文件", "The file."), valueName: say("文件", "file")))
    var file: String

    @OptionGroup var index: IndexOption

    func run() throws {
      let facts = try index.open().read { try $0.corrections() }
      let output = try AtomicFile(path: file)
      // Excel takes a CSV file without this mark for one in the system's old encoding.
      try output.write("\u{FEFF}" + CorrectionTable.text(of: facts))
      try output.commit()
      tell(
        say(
          "已写入 \(file)，共 \(facts.count) 条更正",
          "\(facts.count) corrections were written to \(file)"))
      if facts.isEmpty { throw Failure.Code.nothingFound }
    }
  }

  /// `duansou corrections import`.
  struct Import: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "import",
        abstract: say("从 CSV 文件导入人工更正", "Read corrections from a CSV file."),
        discussion: say(
          "按路径或文件内容（sha256）对上报告；同一路径、同一份的旧更正被替换。",
          "Reports are known by their path or by their content (sha256); corrections of the same path "
            + "and part are replaced."))
    }

    @Argument(help: ArgumentHelp(say("文件", "The file."), valueName: say("文件", "file")))
    var file: String

    @OptionGroup var index: IndexOption

    func run() throws {
      let facts = try MetadataFile.facts(of: file)
      tellUnknownDivisions(among: facts.map(\.metadata.region))
      let writer = try index.writer()
      let unknown = try writer.correct(facts)
      try writer.commit()
      for path in unknown {
        tell(
          path
            + say(
              "：索引里没有；编入时再更正。", ": is not in the index; it is set right when it is added."))
      }
      try StandardOutput.write(
        say("导入 \(facts.count) 条更正\n", "\(facts.count) corrections were read\n"))
    }
  }
}
