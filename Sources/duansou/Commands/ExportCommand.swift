import ArgumentParser
import Foundation
import ReportSearch
import ResultFormats

extension HitListOptions.Format: ExpressibleByArgument {}
extension HitListOptions.Row: ExpressibleByArgument {}
extension HitListOptions.Encoding: ExpressibleByArgument {}

/// `duansou export`: all hits as a table.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say("把全部结果存成表格", "Write all hits as a table."),
    discussion: say(
      """
      一处一行，一处不少；旁边的 .provenance.json 记下检索式、数量和版本。
        csv tsv xlsx json jsonl   表格；CSV 和 XLSX 可直接用 Excel 打开
        dta-do                    CSV 和一个 .do，供 Stata 读入；也给出 R 的读法
        md html                   给人看的列表，放在附录里
        bib ris                   一份报告一条，供 Zotero、EndNote 等
      """,
      """
      A row a match, and every match; the .provenance.json beside it tells how it was made.
        csv tsv xlsx json jsonl   tables; Excel opens CSV and XLSX as they are
        dta-do                    CSV and a .do for Stata; tells R's line as well
        md html                   a list for people, for an appendix
        bib ris                   a record a report, for Zotero, EndNote and others
      """))

  @OptionGroup var queries: QueriesOption

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("写到哪个文件；不写则输出到屏幕", "The file to write; else standard output."),
      valueName: say("文件", "file")))
  var output: String?

  @Option(
    help: ArgumentHelp(
      say("格式；不写则看文件名，再不然用 csv", "The format; else by the file's name, else csv.")))
  var format: HitListOptions.Format?

  @Option(
    help: ArgumentHelp(
      say("一行是一处还是一段；不写则一处", "What a row of a table is about; else a match.")))
  var per: HitListOptions.Row?

  @Option(
    help: ArgumentHelp(
      say("匹配处左右各带多少字", "How many characters on both sides of a match."), valueName: "n"))
  var context = 30

  @Option(
    help: ArgumentHelp(
      say("次序：相关程度、说到的年份，或文件里的先后", "Best first, by the years they speak of, or as in the files.")))
  var sort = HitOrder.rank

  @Option(
    help: ArgumentHelp(say("最多多少段；不写则全部", "How many paragraphs at most; else all."), valueName: "n")
  )
  var limit: Int?

  @Flag(
    help: ArgumentHelp(
      say(
        "CSV、TSV 里以 = + - @ 开头的内容不加撇号",
        "Leave CSV and TSV cells that begin with = + - @ as they are.")))
  var raw = false

  @Option(
    help: ArgumentHelp(
      say(
        "CSV、TSV 文件的编码；老的 Excel、Stata 用 gb18030",
        "The encoding of CSV and TSV files; gb18030 for old versions of Excel and Stata.")))
  var encoding = HitListOptions.Encoding.utf8

  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if limit ?? 0 < 0 {
      throw ValidationError(say("--limit 不能是负数", "--limit is not negative"))
    }
    if !(0...1_000_000).contains(context) {
      throw ValidationError(
        say("--context 应在 0 到 1000000 之间", "--context is between 0 and 1000000"))
    }
    if let output, format == nil, HitListOptions.Format(fileName: output) == nil {
      let known = HitListOptions.Format.allCases
        .map { $0 == .stata ? ".do" : "." + $0.rawValue }.joined(separator: say("、", ", "))
      throw ValidationError(
        say(
          "从文件名 \(output) 看不出格式；请用 \(known) 结尾，或加 --format",
          "the name \(output) tells no format: end it with one of \(known), or add --format"))
    }
    let name = chosenFormat.rawValue
    if output == nil, !chosenFormat.isText {
      throw ValidationError(
        say("\(name) 要写到文件：请加 -o 文件", "\(name) is written to a file: add -o FILE"))
    }
    if per != nil, !chosenFormat.isTable {
      throw ValidationError(
        say("\(name) 没有行，不能用 --per", "\(name) has no rows: --per is for tables"))
    }
    if encoding != .utf8, !chosenFormat.mayHoldFormulas || output == nil {
      throw ValidationError(
        say("--encoding 只用于写到文件的 CSV、TSV", "--encoding is for CSV and TSV that go to a file"))
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
      var bar = ProgressBar()
      defer { bar.clear() }
      let answers: [HitList.Answer]
      if let output {
        let file = HitListFile(path: output, options)
        let summary = try file.write(typed, from: reports, provenance, in: language, date: Date()) {
          bar.show($0)
          if interruption?.isRequested == true {
            bar.clear()
            tell(say("已中断，没有写出文件。", "Interrupted; no file was written."))
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
      if answers.allSatisfy({ $0.totals.paragraphs == 0 }) { throw Failure.Code.nothingFound }
    }
  }

  private func message(on summary: HitListFile.Summary) -> String {
    let paths = summary.paths.joined(separator: say("、", ", "))
    let count = summary.rows
    let written =
      switch chosenFormat {
      case .bibtex, .ris:
        say("已写入 \(paths)，共 \(count) 份报告", "\(count) reports were written to \(paths)")
      case .markdown, .html:
        say("已写入 \(paths)，共 \(count) 段", "\(count) paragraphs were written to \(paths)")
      default: say("已写入 \(paths)，共 \(count) 行", "\(count) rows were written to \(paths)")
      }
    return written
      + (summary.readingLine.map { say("\n用 R 读入：", "\nTo read it in R: ") + $0 } ?? "")
  }
}
