import ArgumentParser
import Foundation
import ReportSearch
import ResultFormats

/// `duansou copies`: lists near-duplicate paragraphs and the reports that share them.
struct CopiesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "copies",
      abstract: say("列出雷同的段落和报告", "List paragraphs and reports that are copies."),
      discussion: say(
        """
        copies                 雷同的段落，一组一组列出，最大的在前
        copies 控辍保学         其中说到控辍保学的
        copies --report 编号    一份报告里哪些段落来自更早的报告
        copies --pairs         共同文字最多的两份报告
        """,
        """
        copies                 groups of paragraphs that are copies of each other, the largest first
        copies 控辍保学         those that say 控辍保学
        copies --report ID     what of a report stands in earlier ones
        copies --pairs         the pairs of reports that share the most text
        """))
  }

  @Argument(
    help: ArgumentHelp(
      say("检索式；不写则全部", "A query; else all groups."), valueName: say("检索式", "query")))
  var query: [String] = []

  @Option(
    help: ArgumentHelp(
      say("看一份报告：编号或编号的开头", "A report: its identifier, or how that begins."),
      valueName: say("编号", "report")))
  var report: String?

  @Flag(
    help: ArgumentHelp(
      say("看两份两份的报告，共同文字最多的在前", "List pairs of reports, those that share the most first.")))
  var pairs = false

  @Option(
    help: ArgumentHelp(
      say(
        "列出多少组；不写则 20，csv、json 则全部",
        "How many groups or pairs to list; 20 by default, all as csv or json."), valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(say("跳过前面多少组", "How many larger groups to leave out."), valueName: "n"))
  var offset = 0

  @Option(help: ArgumentHelp(say("输出格式", "How to print them.")))
  var format = TableFormat.text

  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if limit ?? 0 < 0 || offset < 0 {
      throw ValidationError(
        say("--limit 和 --offset 不能是负数", "--limit and --offset are not negative"))
    }
    if [!query.isEmpty, report != nil, pairs].count(where: { $0 }) > 1 {
      throw ValidationError(
        say(
          "检索式、--report 和 --pairs 只能用一样", "a query, --report and --pairs exclude each other"))
    }
  }

  func run() throws {
    try index.read { reports in
      let text = TextFormat(
        language: language, markup: StandardOutput.isTerminal ? .ansi : .plain,
        folder: Console.current.folder)
      let limit = limit ?? (format == .text ? ListedPart.defaultCount : .max)
      let isEmpty: Bool
      if let report {
        let copies = try reports.copies(in: reports.report(identifiedBy: report))
        try write(copies.record, ReportCopies.columns, copies.records, text: text.copies(copies))
        isEmpty = copies.taken.isEmpty && copies.takers.isEmpty
      } else if pairs {
        let listing = try reports.reportPairs(limit: limit, offset: offset)
        try write(listing.record, ReportPair.columns, listing.records, text: text.pairs(listing))
        isEmpty = listing.pairCount == 0
        try ListedPart(offset: offset, count: listing.pairs.count, total: listing.pairCount)
          .tellIfCut("对", "pairs")
      } else {
        let typed = query.isEmpty ? nil : query.joined(separator: " ")
        let reading = try typed.map { try concepts.parser(besides: index).reading(of: $0) }
        if let typed { reading?.message(typed: typed, in: language).map(tell) }
        try reports.tellUnmatchedFilters(of: [reading?.query].compactMap(\.self))
        let listing = try reports.copies(of: reading?.query, limit: limit, offset: offset)
        try write(
          listing.record(typed: typed, query: reading?.query), CopyListing.columns, listing.records,
          text: text.copies(listing))
        isEmpty = listing.groupCount == 0
        // The first line of the text output already states the total.
        if format != .text {
          try ListedPart(offset: offset, count: listing.groups.count, total: listing.groupCount)
            .tellIfCut("组", "groups")
        }
      }
      if isEmpty {
        tell(say("没有雷同的段落。", "There are no copies."))
        throw Failure.Code.nothingFound
      }
    }
  }

  private func write(
    _ record: Record, _ columns: [String], _ rows: [Record], text: String
  ) throws {
    switch format {
    case .text: try StandardOutput.write(text)
    case .json: try StandardOutput.write(JSONFormat().line(record) + "\n")
    case .csv:
      let csv = CSVFormat()
      try StandardOutput.write(csv.header(columns) + rows.map(csv.line).joined())
    }
  }
}
