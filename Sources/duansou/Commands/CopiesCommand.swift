import ArgumentParser
import Foundation
import ReportSearch
import ResultFormats

/// `duansou copies`: lists near-duplicate paragraphs and the reports that share them.
struct CopiesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "copies",
      abstract: say("列出雷同的段落和报告", "List near-duplicate paragraphs and reports."),
      discussion: say(
        """
        copies                 雷同段落，按组列出，最大的组在前
        copies 控辍保学         其中有“控辍保学”的组
        copies --report 编号    一份报告中见于更早报告的段落
        copies --pairs         相同文字最多的成对报告
        """,
        """
        copies                 groups of near-duplicate paragraphs, largest first
        copies 控辍保学         groups that contain 控辍保学
        copies --report ID     text of a report that also appears in earlier ones
        copies --pairs         pairs of reports that share the most text
        """))
  }

  @Argument(
    help: ArgumentHelp(
      say("检索式；默认列出全部", "A query; without one, all groups are listed."),
      valueName: say("检索式", "query")))
  var query: [String] = []

  @Option(
    help: ArgumentHelp(
      say("只看一份报告：报告编号或其开头几位", "Show one report: its identifier or the beginning of it."),
      valueName: say("编号", "report")))
  var report: String?

  @Flag(
    help: ArgumentHelp(
      say("列出成对的报告，相同文字最多的在前", "List pairs of reports, those that share the most text first.")))
  var pairs = false

  @Option(
    help: ArgumentHelp(
      say(
        "最多列出的组数；默认 20，csv、json 格式默认全部",
        "Maximum number of groups or pairs to list; by default 20, or all as csv or json."),
      valueName: "n"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(say("跳过前 n 组", "Skip the first n groups or pairs."), valueName: "n"))
  var offset = 0

  @Option(help: ArgumentHelp(say("输出格式", "The output format.")))
  var format = TableFormat.text

  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func validate() throws {
    if limit ?? 0 < 0 || offset < 0 {
      throw ValidationError(
        say("--limit 和 --offset 不能是负数。", "--limit and --offset must not be negative."))
    }
    if [!query.isEmpty, report != nil, pairs].count(where: { $0 }) > 1 {
      throw ValidationError(
        say(
          "检索式、--report 和 --pairs 不能同时使用。", "A query, --report and --pairs cannot be combined."))
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
        tell(say("没有雷同的段落。", "There are no near-duplicates."))
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
