import ArgumentParser
import Foundation
import ReportSearch
import ResultFormats

extension HitListOptions.Format: ExpressibleByArgument {}
extension HitListOptions.Row: ExpressibleByArgument {}
extension HitListOptions.Encoding: ExpressibleByArgument {}

/// `duansou export`: writes all hits as a table.
struct ExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: say("将全部结果存为表格等文件", "Write all hits to a table or other file."),
      discussion: say(
        """
        每处匹配一行，完整无遗漏；同时写出 .provenance.json，记录检索式、数量和版本。
          csv tsv xlsx json jsonl   表格；CSV 和 XLSX 可直接用 Excel 打开
          dta-do                    CSV 和供 Stata 读入的 .do 文件；同时给出 R 的读入命令
          md html                   供阅读的列表，可作附录
          bib ris                   每份报告一条，供 Zotero、EndNote 等使用
        """,
        """
        One row per match, without omissions. The file .provenance.json records the query, the totals and \
        the version.
          csv tsv xlsx json jsonl   tables; CSV and XLSX open directly in Excel
          dta-do                    CSV and a .do file for Stata; prints a command for R
          md html                   a readable list, for example for an appendix
          bib ris                   one record per report, for Zotero, EndNote …
        """))
  }

  @OptionGroup var queries: QueriesOption

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("输出文件；默认为标准输出", "The output file; by default standard output."),
      valueName: say("文件", "file")))
  var output: String?

  @Option(
    help: ArgumentHelp(
      say("输出格式；默认按文件名判断，否则为 csv", "The output format; by default that of the file name, else csv.")
    ))
  var format: HitListOptions.Format?

  @Option(
    help: ArgumentHelp(
      say("每行为一处匹配还是一段；默认一处", "What each row represents; by default a match.")))
  var per: HitListOptions.Row?

  @Option(
    help: ArgumentHelp(
      say("匹配处左右各显示的字数", "Number of characters on each side of a match."), valueName: "n"))
  var context = 30

  @Option(
    help: ArgumentHelp(
      say("排序方式：相关程度、所述年份，或文件中的先后", "Sort by relevance, by the year mentioned, or in file order.")))
  var sort = HitOrder.rank

  @Option(
    help: ArgumentHelp(
      say("最多输出的段数；默认全部", "Maximum number of paragraphs; by default all."), valueName: "n")
  )
  var limit: Int?

  @Flag(
    help: ArgumentHelp(
      say(
        "CSV、TSV 中以 = + - @ 开头的单元格不加撇号",
        "Do not put an apostrophe before CSV and TSV cells that begin with = + - @.")))
  var raw = false

  @Option(
    help: ArgumentHelp(
      say(
        "CSV、TSV 文件的编码；旧版 Excel、Stata 请用 gb18030",
        "The encoding of CSV and TSV files; use gb18030 for old versions of Excel and Stata.")))
  var encoding = HitListOptions.Encoding.utf8

  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if limit ?? 0 < 0 {
      throw ValidationError(say("--limit 不能是负数。", "--limit must not be negative."))
    }
    if !(0...1_000_000).contains(context) {
      throw ValidationError(
        say("--context 必须在 0 到 1000000 之间。", "--context must be between 0 and 1000000."))
    }
    if let output, format == nil, HitListOptions.Format(fileName: output) == nil {
      let known = HitListOptions.Format.allCases
        .map { $0 == .stata ? ".do" : "." + $0.rawValue }.joined(separator: say("、", ", "))
      throw ValidationError(
        say(
          "无法根据文件名 \(output) 判断格式；请使用以下扩展名之一：\(known)，或加 --format。",
          "The file name \(output) does not determine a format. Use one of the extensions "
            + "\(known), or add --format."))
    }
    let name = chosenFormat.rawValue
    if output == nil, !chosenFormat.isText {
      throw ValidationError(
        say(
          "\(name) 格式只能写入文件；请加 -o 文件。",
          "The format \(name) can only be written to a file. "
            + "Add -o FILE."))
    }
    if per != nil, !chosenFormat.isTable {
      throw ValidationError(
        say("\(name) 格式不分行，不能用 --per。", "--per applies to tables only, not to the format \(name)."))
    }
    if encoding != .utf8, !chosenFormat.mayHoldFormulas || output == nil {
      throw ValidationError(
        say(
          "--encoding 只用于写入文件的 CSV、TSV。",
          "--encoding applies only to CSV and TSV written to a file."))
    }
  }

  private var chosenFormat: HitListOptions.Format {
    format ?? output.flatMap { HitListOptions.Format(fileName: $0) } ?? .csv
  }

  private var options: HitListOptions {
    var options = HitListOptions()
    options.format = chosenFormat
    options.row = per ?? .match
    options.context = context
    options.keepsFormulas = raw
    options.encoding = encoding
    options.limit = limit
    options.order = sort
    return options
  }

  func run() throws {
    let interruption = output == nil ? nil : Interruption()
    let typed = try queries.typed(try concepts.parser(besides: index))
    let rejected = try queries.rejected()
    try index.read { reports in
      let provenance = try Provenance(
        of: reports, programVersion: Duansou.version, rejecting: rejected)
      queries.tellUnknown(provenance)
      try reports.tellUnmatchedFilters(of: typed.map(\.query))
      var bar = ProgressBar()
      defer { bar.clear() }
      let answers: [HitList.Answer]
      if let output {
        let file = HitListFile(path: output, options)
        let summary = try file.write(typed, from: reports, provenance, in: language, date: Date()) {
          bar.show($0)
          if interruption?.isRequested == true {
            bar.clear()
            tell(say("已中断，未写入文件。", "Interrupted; no file was written."))
            throw Failure.Code.interrupted
          }
        }
        bar.clear()
        tell(message(on: summary))
        answers = summary.answers
      } else {
        answers = try HitList(options, rejecting: rejected).write(
          typed, from: reports, in: language, to: StandardOutput.write)
      }
      for answer in answers {
        let total = answer.totals.paragraphs
        try ListedPart(offset: 0, count: min(limit ?? .max, total), total: total)
          .tellIfCut("段", "paragraphs", of: answer.query.name)
      }
      if answers.allSatisfy({ $0.totals.paragraphs == 0 }) { throw Failure.Code.nothingFound }
    }
  }

  private func message(on summary: HitListFile.Summary) -> String {
    let paths = summary.paths.joined(separator: say("、", ", "))
    let count = summary.rows
    let written =
      switch chosenFormat {
      case .bibtex, .ris:
        say("已写入 \(paths)，共 \(count) 份报告", "Wrote \(count) reports to \(paths)")
      case .markdown, .html:
        say("已写入 \(paths)，共 \(count) 段", "Wrote \(count) paragraphs to \(paths)")
      default: say("已写入 \(paths)，共 \(count) 行", "Wrote \(count) rows to \(paths)")
      }
    return written
      + (summary.readingLine.map { say("\n用 R 读入：", "\nTo read it in R: ") + $0 } ?? "")
  }
}
