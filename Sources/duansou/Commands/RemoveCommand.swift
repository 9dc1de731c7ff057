import ArgumentParser
import ReportSearch

/// `duansou remove`: removes files from the index.
struct RemoveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove",
      abstract: say(
        "从索引中移除文件或文件夹（原文件不变）", "Remove files from the index; the files themselves are kept."))
  }

  @Argument(
    help: ArgumentHelp(say("文件或文件夹", "Files and folders."), valueName: say("路径", "path")))
  var paths: [String]

  @OptionGroup var index: IndexOption

  func run() throws {
    let writer = try index.writer()
    let count = try writer.remove(filesBelow: paths)
    try writer.commit()
    try StandardOutput.write(say("已移除 \(count) 个文件\n", "\(count) files removed\n"))
    guard count == 0 else { return }
    tell(
      say(
        "索引中没有这些路径下的文件。请用 duansou reports 查看索引中的路径。",
        "The index has no files at or below these paths. List its paths with duansou reports."))
    throw Failure.Code.nothingFound
  }
}
