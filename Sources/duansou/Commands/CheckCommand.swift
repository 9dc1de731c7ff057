import ArgumentParser
import ReportSearch
import ReportSearchPostgreSQL
import ResultFormats

/// `duansou check`: checks the integrity of the index, and repairs it.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say("检查索引是否完好，并可修复", "Check the integrity of the index, and repair it."),
      discussion: say(
        """
        先由 SQLite 检查整个文件，再检查各表、报告与来源是否相符，并抽样比对：两种读取方法的结果是否一致，倒排表、年份、\
        雷同组是否与原文一致。--full 比对所有段落，运行 FTS5 自带的检查，并比对未改动的原文件。发现损坏时退出码为 2；\
        修复后仍有文件需要重新编入时为 3。
        """,
        """
        SQLite checks the whole file. Tables and reports are compared with their sources. On samples from the \
        whole index, the two methods of reading posting lists are compared with each other, and tokens, years \
        and near-duplicate groups with the text. --full compares every paragraph, runs the check of FTS5, and \
        reads the source files that have not changed. The exit code is 2 if the index is corrupted, and 3 if \
        files must be indexed again after a repair.
        """))
  }

  @Flag(
    help: ArgumentHelp(
      say(
        "比对所有段落和原文件，耗时与编入相当",
        "Compare every paragraph and the source files; takes about as long as indexing.")))
  var full = false

  @Flag(
    help: ArgumentHelp(
      say(
        "如有损坏，用索引中的原文重建；旧文件改名保留",
        "If the index is corrupted, rebuild it from the text stored in it; the old file is kept.")))
  var repair = false

  @Option(help: ArgumentHelp(say("输出格式", "The output format.")))
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
