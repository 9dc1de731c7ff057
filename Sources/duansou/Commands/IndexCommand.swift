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
      abstract: say("将文件和文件夹编入索引，或更新", "Add files and folders to the index, or update them."),
      discussion: say(
        "大小、修改时间和 inode 编号均未变的文件不再读取；内容有变的文件会被替换。中断后重新运行同一命令即可继续。",
        "Files with unchanged size, modification time and inode are not read again; "
          + "changed files are replaced. After an interruption, run the same command again to "
          + "continue."))
  }

  @Argument(
    help: ArgumentHelp(say("文件或文件夹", "Files and folders."), valueName: say("路径", "path")))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "同时读取的文件数；默认等于处理器核数", "Number of files to read at the same time; by default one per core."),
      valueName: say("个数", "n")))
  var jobs: Int?

  @Flag(
    help: ArgumentHelp(say("从索引中移除已不存在的文件", "Remove files that no longer exist from the index.")))
  var prune = false

  @Flag(
    help: ArgumentHelp(
      say("大小和时间未变的文件也读取并比对", "Also read and compare files whose size and time are unchanged.")))
  var verify = false

  @Option(
    help: ArgumentHelp(
      say(
        "文件夹中只编入文件名符合的文件，例如 '*.txt'",
        "In folders, index only files whose names match, for "
          + "example '*.txt'."),
      valueName: say("样式", "glob")))
  var include: String?

  @Option(
    help: ArgumentHelp(
      say(
        "报告的元数据表（CSV 或 TSV）：列名 path，以及 url、title、year、region、issuer、type、date、part",
        "A CSV or TSV file with metadata of the reports: the column path, and any of url, "
          + "title, year, region, issuer, type, date, part."),
      valueName: say("文件", "file")))
  var metadata: String?

  @Option(
    name: .customLong("max-file-size"),
    help: ArgumentHelp(
      say(
        "文件大小上限，解压后同样适用，例如 100MB、2GB",
        "The maximum size of a file, also after decompression, for example 100MB or 2GB."),
      valueName: say("大小", "size")))
  var largestFile = ByteCount(256_000_000)

  @Option(
    help: ArgumentHelp(
      say(
        "转换一个 PDF 或 Word 文件的时限（秒）",
        "The time limit for converting one PDF or Word file, "
          + "in seconds."),
      valueName: say("秒", "seconds")))
  var timeout = 120

  @Flag(
    help: ArgumentHelp(
      say(
        "用 � 代替所有无法解码的字节；不加则超过百分之一的文件不读取",
        "Replace any number of undecodable bytes with � instead of rejecting files with "
          + "more than 1%.")))
  var lossy = false

  @Flag(help: ArgumentHelp(say("用 JSON 输出结果", "Print the summary as JSON.")))
  var json = false

  @OptionGroup var index: IndexOption

  func validate() throws {
    if timeout < 1 {
      throw ValidationError(say("--timeout 不能小于 1。", "--timeout must be at least 1."))
    }
    if let jobs, jobs < 1 {
      throw ValidationError(say("--jobs 不能小于 1。", "--jobs must be at least 1."))
    }
  }

  func run() async throws {
    let missing = paths.filter { !FileManager.default.fileExists(atPath: $0) }
    guard missing.count < paths.count else {
      for path in missing {
        tell("duansou: " + say("\(path)：文件或文件夹不存在。", "\(path): no such file or folder."))
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
        say(
          "已中断，索引完好；重新运行同一命令即可继续。",
          "Interrupted; the index is intact. Run the same command "
            + "again to continue."))
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
      path + say("：在元数据表中，但不在索引中。", ": is in the metadata file but not in the index.")
    }
  }

  /// One line for each reason why text of a file may be missing.
  var losses: [String] {
    summary.incomplete.flatMap { path, reasons in
      reasons.map {
        path + say("：文字可能不全，", ": may be incomplete: ") + $0.message(in: language)
      }
    }
  }

  private var seconds: Double { summary.duration / .seconds(1) }

  /// The summary as text.
  var text: String {
    let contents = summary.contents
    let removed =
      summary.removedFiles > 0
      ? say("，移除 \(summary.removedFiles)", ", \(summary.removedFiles) removed") : ""
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
      The index contains \(contents?.reports ?? 0) reports, \(contents?.paragraphs ?? 0) paragraphs, \
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
