import ArgumentParser
import Foundation

/// Which index a command works on.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      say(
        "索引文件；不写则用环境变量 DUANSOU_INDEX，再不然用 index/reports.sqlite",
        "The index; else $DUANSOU_INDEX, else index/reports.sqlite."),
      valueName: say("文件", "file")))
  var file: String?

  /// The path of the index.
  var path: String {
    let named = file ?? ProcessInfo.processInfo.environment["DUANSOU_INDEX"] ?? ""
    return named.isEmpty ? "index/reports.sqlite" : named
  }
}
