public import ArgumentParser
import Foundation
import ReportSearch
import ResultFormats

extension HitListOptions.Format: ExpressibleByArgument {}
extension HitListOptions.Row: ExpressibleByArgument {}

/// `duansou export`: all hits as a table.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say("把全部结果存成表格", "Write all hits as a table."),
    discussion: say(
      "一处一行，一处不少；旁边的 .provenance.json 记下检索式、数量和版本。CSV 可直接用 Excel 打开。",
      "A row a match, and every match; the .provenance.json beside it tells the query, the numbers and "
        + "the versions. Excel opens the CSV as it is."))

  @Argument(
    help: ArgumentHelp(
      say("检索式，可以有几个", "One or more queries."), valueName: say("检索式", "query")))
  var queries: [String]

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

  @Option(help: ArgumentHelp(say("一行是一处还是一段", "What a row is about.")))
  var per = HitListOptions.Row.match

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
      say("CSV 里以 = + - @ 开头的内容不加撇号", "Leave CSV cells that begin with = + - @ as they are.")))
  var raw = false

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
      let known = HitListOptions.Format.allCases.map { "." + $0.rawValue }
        .joined(separator: say("、", ", "))
      throw ValidationError(
        say(
          "从文件名 \(output) 看不出格式；请用 \(known) 结尾，或加 --format",
          "the name \(output) tells no format: end it with one of \(known), or add --format"))
    }
  }

  func run() throws {
    var options = HitListOptions()
    options.format = format ?? output.flatMap { HitListOptions.Format(fileName: $0) } ?? .csv
    options.row = per
    options.context = context
    options.keepsFormulas = raw
    options.limit = limit
    options.order = sort
    let parser = try concepts.parser(besides: index)
    let typed = try queries.map { try HitList.TypedQuery($0, parser: parser) }
    let reports = try ReportIndex(path: index.path)
    let list = HitList(options)
    let totals: [SearchResult.Totals]
    if let output {
      let file = try AtomicFile(path: output)
      // Excel takes a CSV file without this mark for one in the system's old encoding.
      if options.format == .csv { try file.write("\u{FEFF}") }
      var rows = options.format == .csv ? -1 : 0
      totals = try list.write(typed, from: reports) { line in
        rows += 1
        try file.write(line)
      }
      let provenance = Provenance.record(
        of: Array(zip(typed, totals)), options, fingerprint: try reports.fingerprint(),
        programVersion: Duansou.version, date: Date())
      let provenanceFile = try AtomicFile(path: output + ".provenance.json")
      try provenanceFile.write(JSONFormat().line(provenance) + "\n")
      try provenanceFile.commit()
      try file.commit()
      tell(say("已写入 \(output)，共 \(rows) 行", "\(rows) rows were written to \(output)"))
    } else {
      totals = try list.write(typed, from: reports, to: StandardOutput.write)
    }
    if totals.allSatisfy({ $0.paragraphs == 0 }) { throw Failure.Code.nothingFound }
  }
}
