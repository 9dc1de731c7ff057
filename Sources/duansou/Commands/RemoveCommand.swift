import ArgumentParser
import ReportSearch

/// `duansou remove`: removes files from the index.
struct RemoveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "remove",
      abstract: say("把文件或文件夹从索引里去掉（原文件不动）", "Take files out of the index; the files stay."))
  }

  @Argument(
    help: ArgumentHelp(say("文件或文件夹", "Files and folders."), valueName: say("路径", "path")))
  var paths: [String]

  @OptionGroup var index: IndexOption

  func run() throws {
    let writer = try index.writer()
    let count = try writer.remove(filesBelow: paths)
    try writer.commit()
    try StandardOutput.write(say("去掉 \(count) 个文件\n", "\(count) files removed\n"))
    guard count == 0 else { return }
    tell(
      say(
        "索引里没有这些路径下的文件。duansou reports 列出索引里的路径。",
        "The index has no files at or below these paths. duansou reports lists those that it has."))
    throw Failure.Code.nothingFound
  }
}
