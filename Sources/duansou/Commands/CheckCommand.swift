import ArgumentParser
import ReportSearch
import ReportSearchPostgreSQL
import ResultFormats

/// `duansou check`: checks the integrity of the index, and repairs it.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say("检查索引是否完好，损坏时修复", "Prove the index sound, or repair it."),
      discussion: say(
        """
        先由 SQLite 检查整个文件，再看各表、报告与来源是否相符，并从各处取样：两种读法找到的是否一致，段落的词句、年份、\
        雷同组是否与原文一致。--full 比对每一段、FTS5 自己的检查和未变的原文件。发现损坏时退出码为 2；修复后有文件须重新编入时为 3。
        """,
        """
        SQLite looks at the whole file; tables and reports are compared with their sources, and on samples \
        from all over the index both ways of reading lists with each other, and tokens, years and copies with \
        the texts. --full compares every paragraph, asks FTS5's own check, and reads files that have not \
        changed. If there is damage, the exit code is 2; after a repair, 3 if files must be indexed again.
        """))
  }

  @Flag(
    help: ArgumentHelp(
      say("比对每一段和原文件，费时同编入", "Compare every paragraph and the files; takes as long as indexing.")))
  var full = false

  @Flag(
    help: ArgumentHelp(
      say(
        "如有损坏，由索引里的原文重建，旧文件改名保留",
        "If there is damage, build the index anew from the texts in it; the old file is kept.")))
  var repair = false

  @Option(help: ArgumentHelp(say("输出格式", "How to print the findings.")))
  var format = OutputFormat.text

  @OptionGroup var index: IndexOption

  func run() throws {
    // Only an index file can be repaired. A server's index must be copied again.
    let repaired = repair ? try index.pathOfFile() : nil
    let examination = try examination(of: index.place)
    var summary: IndexRepair.Summary?
    if let repaired, !examination.isSound {
      summary = try IndexRepair(ofIndexAt: repaired, after: examination).run()
    }
    let check = IndexCheck(examination, repair: summary)
    switch format {
    case .json: try StandardOutput.write(JSONFormat().line(check.record) + "\n")
    case .text: try StandardOutput.write(check.text(in: language, path: index.place.name))
    }
    if let summary {
      if !summary.isComplete { throw Failure.Code.someFilesFailed }
    } else if !examination.isSound {
      throw Failure.Code.failed
    }
  }

  /// Returns the findings of the integrity check. If a corrupt index file cannot be opened and is
  /// to be repaired, this is the single finding.
  private func examination(of place: IndexPlace) throws -> IndexExamination {
    do {
      return try place.examine(isFull: full || repair)
    } catch let error as IndexError {
      guard case .damaged(let message) = error.kind, repair else { throw error }
      var examination = IndexExamination()
      examination.add(.file(message))
      return examination
    }
  }
}
