import ArgumentParser
import ReportSearch
import ResultFormats

/// `duansou check`: proves the index sound.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say("检查索引是否完好", "Prove the index sound."),
    discussion: say(
      """
      先由 SQLite 检查整个文件，再从各处段落取样，用两种读法各找一遍，看是否一致。发现损坏时退出码为 2。
      """,
      """
      SQLite looks at the whole file; then strings from paragraphs all over it are looked for in both ways \
      in which lists can be read, which must agree. If there is damage, the exit code is 2.
      """))

  /// The number of strings that are looked for.
  private static let sampleSize = 200

  @Option(help: ArgumentHelp(say("输出格式", "How to print the findings.")))
  var format = OutputFormat.text

  @OptionGroup var index: IndexOption

  func run() throws {
    let reports = try index.open()
    let faults = try reports.faultsOfFile()
    let check = IndexCheck(
      faults: faults,
      postings: try faults.isEmpty
        ? reports.comparePostings(of: reports.sampleStrings(count: Self.sampleSize)) : nil)
    switch format {
    case .json: try StandardOutput.write(JSONFormat().line(check.record) + "\n")
    case .text: try StandardOutput.write(check.text(in: language))
    }
    if !check.isSound {
      try StandardOutput.flush()
      throw Failure.Code.failed
    }
  }
}
