import ArgumentParser
import Corpus
import Foundation
import ReportSearch
import ResultFormats

/// `duansou index`: adds or updates files and folders.
struct IndexCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "index",
      abstract: say("把文件和文件夹编入索引", "Add or update files and folders."),
      discussion: say(
        "大小、时间和编号都未变的文件不再打开；内容变了的替换；中断后再运行同一命令即可继续。",
        "Files with the same size, time and inode are not opened, changed ones are replaced. After an "
          + "interruption the same command goes on."))
  }

  @Argument(
    help: ArgumentHelp(say("文件或文件夹", "Files and folders."), valueName: say("路径", "path")))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      say("同时读几个文件；不写则同处理器核数", "How many files to read at the same time; else one a core."),
      valueName: say("个数", "n")))
  var jobs: Int?

  @Flag(help: ArgumentHelp(say("去掉已经不存在的文件", "Take out files that are no longer there.")))
  var prune = false

  @Flag(
    help: ArgumentHelp(
      say("看上去未变的文件也打开比对", "Open and compare files that look unchanged, too.")))
  var verify = false

  @Option(
    help: ArgumentHelp(
      say("文件夹里只取名字符合的文件，例如 '*.txt'", "In folders, take only files with such names: '*.txt'."),
      valueName: say("样式", "glob")))
  var include: String?

  @Option(
    help: ArgumentHelp(
      say(
        "报告资料表（CSV 或 TSV）：列名 path，以及 url、title、year、region、issuer、type、date、part",
        "A CSV or TSV file of what is known about the reports: columns path and url, title, year, "
          + "region, issuer, type, date, part."),
      valueName: say("文件", "file")))
  var metadata: String?

  @Option(
    name: .customLong("max-file-size"),
    help: ArgumentHelp(
      say(
        "更大的文件和解压后更大的文件不读：100MB、2GB",
        "Refuse larger files, and those that unpack to more: 100MB, 2GB."),
      valueName: say("大小", "size")))
  var largestFile = ByteCount(256_000_000)

  @Option(
    help: ArgumentHelp(
      say("转换一个 PDF 或 Word 文件最多等多少秒", "How many seconds a program may take to convert a file."),
      valueName: say("秒", "seconds")))
  var timeout = 120

  @Flag(
    help: ArgumentHelp(
      say(
        "解不开的字节不论多少都用 � 代替，而不是超过百分之一就算作读不了",
        "Replace any number of bytes that cannot be decoded by �, instead of refusing files with more "
          + "than 1%.")))
  var lossy = false

  @Flag(help: ArgumentHelp(say("用 JSON 输出结果", "Print the summary as JSON.")))
  var json = false

  @OptionGroup var index: IndexOption

  func validate() throws {
    if timeout < 1 {
      throw ValidationError(say("--timeout 至少是 1", "--timeout is 1 at least"))
    }
    if let jobs, jobs < 1 { throw ValidationError(say("--jobs 至少是 1", "--jobs is 1 at least")) }
  }

  func run() async throws {
    let missing = paths.filter { !FileManager.default.fileExists(atPath: $0) }
    guard missing.count < paths.count else {
      for path in missing {
        tell("duansou: " + say("\(path)：没有这个文件或文件夹。", "\(path): there is no such file or folder."))
      }
      throw Failure.Code.failed
    }
    var options = Indexer.Options()
    if let jobs { options.jobs = jobs }
    options.prunesVanishedFiles = prune
    options.verifiesContents = verify
    options.pattern = include
    options.replacesUndecodable = lossy
    options.largestFile = largestFile.bytes
    options.conversionSeconds = timeout
    if let metadata {
      options.metadata = try MetadataFile.facts(of: metadata)
      tellUnknownDivisions(among: options.metadata.map(\.metadata.region))
      options.excludedFiles = [metadata]
    }
    let bar = ProgressBar()
    let interruption = Interruption()
    let summary = try await Indexer(writer: index.writer(creating: true), options: options).index(
      paths, progress: bar.show, isInterrupted: { interruption.isRequested })
    bar.clear()
    let report = IndexingReport(summary)
    for line in report.errors + report.losses + report.notes { tell(line) }
    try StandardOutput.write(json ? report.json : report.text)
    if summary.isInterrupted {
      tell(
        say("已中断，索引完好；再运行同一命令即可继续。", "Interrupted; the index is sound. The same command goes on."))
      throw Failure.Code.interrupted
    }
    if !summary.errors.isEmpty || !summary.incomplete.isEmpty { throw Failure.Code.someFilesFailed }
  }
}

/// The result of an indexing run, as text and as JSON.
struct IndexingReport {
  private let summary: Indexer.Summary

  init(_ summary: Indexer.Summary) { self.summary = summary }

  /// One line for each file that could not be read.
  var errors: [String] {
    summary.errors.map { $0.path + say("：", ": ") + $0.message(in: language) }
  }

  /// One line for each notice that is not an error.
  var notes: [String] {
    summary.unknownMetadataPaths.map { path in
      path + say("：资料表里有，索引里没有。", ": is in the metadata and not in the index.")
    }
  }

  /// One line for each reason why text of a file may be missing.
  var losses: [String] {
    summary.incomplete.flatMap { path, reasons in
      reasons.map {
        path + say("：可能不全，", ": may be incomplete: ") + $0.message(in: language)
      }
    }
  }

  private var seconds: Double { summary.duration / .seconds(1) }

  /// The summary as text.
  var text: String {
    let contents = summary.contents
    let removed =
      summary.removedFiles > 0
      ? say("，去掉 \(summary.removedFiles)", ", \(summary.removedFiles) removed") : ""
    let incomplete =
      summary.incomplete.isEmpty
      ? "" : say("，不全 \(summary.incomplete.count)", ", \(summary.incomplete.count) incomplete")
    let rate = String(format: "%.1f", Double(summary.readBytes) / max(seconds, 0.001) / 1e6)
    let time = String(format: "%.1f", seconds)
    return say(
      """
      文件：新增 \(summary.newFiles)，更新 \(summary.changedFiles)，未变 \(summary.unchangedFiles)\
      \(removed)，失败 \(summary.errors.count)\(incomplete)
      索引现有：\(contents?.reports ?? 0) 份报告，\(contents?.paragraphs ?? 0) 段，\(contents?.characters ?? 0) 字
      用时 \(time) 秒，\(rate) MB/s

      """,
      """
      Files: \(summary.newFiles) new, \(summary.changedFiles) changed, \(summary.unchangedFiles) \
      unchanged\(removed), \(summary.errors.count) failed\(incomplete)
      The index holds \(contents?.reports ?? 0) reports, \(contents?.paragraphs ?? 0) paragraphs, \
      \(contents?.characters ?? 0) characters
      \(time) s, \(rate) MB/s

      """)
  }

  /// The summary as one line of JSON.
  var json: String {
    let files = Record([
      ("new", .integer(summary.newFiles)),
      ("changed", .integer(summary.changedFiles)),
      ("unchanged", .integer(summary.unchangedFiles)),
      ("removed", .integer(summary.removedFiles)),
      ("failed", .integer(summary.errors.count)),
      ("incomplete", .integer(summary.incomplete.count)),
      ("opened", .integer(summary.openedFiles)),
    ])
    let errors = summary.errors.map { error in
      Record([("path", .text(error.path)), ("reason", .text(error.message(in: language)))])
    }
    let incomplete = summary.incomplete.flatMap { path, reasons in
      reasons.map { reason in
        Record(
          [("path", .text(path))]
            + reason.record(in: language).fields.map { ($0.name, $0.value) })
      }
    }
    return JSONFormat().line(
      Record([
        ("schema", .integer(SearchAnswer.schema)),
        ("files", .record(files)),
        ("reports", .integer(summary.contents?.reports ?? 0)),
        ("paragraphs", .integer(summary.contents?.paragraphs ?? 0)),
        ("characters", .integer(summary.contents?.characters ?? 0)),
        ("seconds", .number((seconds * 1000).rounded() / 1000)),
        ("errors", .records(errors)),
        ("incomplete", .records(incomplete)),
      ])) + "\n"
  }
}
