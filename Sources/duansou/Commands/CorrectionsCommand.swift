import ArgumentParser
import Corpus
import Foundation
import ReportSearch
import ResultFormats

/// `duansou corrections`: exports manual corrections, and imports them into another index.
struct CorrectionsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "corrections",
      abstract: say("导出、导入人工更正", "Export and import manual corrections."),
      subcommands: [Export.self, Import.self])
  }

  /// `duansou corrections export`.
  struct Export: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "export",
        abstract: say("将人工更正导出为 CSV 文件", "Export manual corrections to a CSV file."))
    }

    @Argument(help: ArgumentHelp(say("文件", "The file."), valueName: say("文件", "file")))
    var file: String

    @OptionGroup var index: IndexOption

    func run() throws {
      let facts = try index.open().read { try $0.corrections() }
      let output = try AtomicFile(path: file)
      // Without a byte order mark, Excel reads CSV files in the system's legacy encoding.
      try output.write("\u{FEFF}" + CorrectionTable.text(of: facts))
      try output.commit()
      tell(
        say(
          "已写入 \(file)，共 \(facts.count) 条更正。",
          "Wrote \(facts.count) corrections to \(file)."))
      if facts.isEmpty { throw Failure.Code.nothingFound }
    }
  }

  /// `duansou corrections import`.
  struct Import: ParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "import",
        abstract: say("从 CSV 文件导入人工更正", "Import manual corrections from a CSV file."),
        discussion: say(
          "按路径或文件内容（sha256）匹配报告；同一路径、同一份报告的原有更正被替换。",
          "Reports are identified by path or by content (sha256). Existing corrections for "
            + "the same path and part are replaced."))
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
              "：不在索引中；编入该文件时更正生效。",
              ": is not in the index; the correction applies once the file is indexed."))
      }
      try StandardOutput.write(
        say("已导入 \(facts.count) 条更正。\n", "Imported \(facts.count) corrections.\n"))
    }
  }
}
