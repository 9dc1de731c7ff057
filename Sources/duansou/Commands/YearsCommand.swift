public import ArgumentParser
import Foundation
import ReportSearch
public import ResultFormats

/// `duansou years`: how often something is said of each year.
struct YearsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "years",
    abstract: say("按年份统计", "Count matches by year."),
    discussion: say(
      "年份隐去的（20xx年）和不详的单独成行，不会算进哪一年。",
      "What has its year taken out (20xx年) and what tells none have rows of their own."))

  @Argument(
    help: ArgumentHelp(
      say("检索式，可以几个，每个加引号", "Queries, each in quotation marks."),
      valueName: say("检索式", "query")))
  var queries: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "按每处所说的年份（mention-year）还是报告的年份（report-year）",
        "By the year that each match speaks of, or by its report's.")))
  var by = YearCounts.Year.mention

  @Option(help: ArgumentHelp(say("输出格式", "How to print the counts.")))
  var format = TableFormat.text

  @OptionGroup var concepts: ConceptsOption
  @OptionGroup var index: IndexOption

  func run() throws {
    let parser = try concepts.parser(besides: index)
    let read = try queries.map { ($0, try parser.parse($0)) }
    let index = try ReportIndex(path: index.path)
    let counts = try read.map { try YearCounts(of: $1, typed: $0, by: by, in: index) }
    switch format {
    case .text:
      let table = YearTable(language: language, width: StandardOutput.columns ?? 80)
      try StandardOutput.write(counts.map(table.text).joined(separator: "\n"))
    case .csv:
      let csv = CSVFormat()
      try StandardOutput.write(
        csv.header(YearCounts.columns) + counts.flatMap(\.records).map(csv.line).joined())
    case .json:
      let answer = Record([
        ("schema", .integer(SearchAnswer.schema)), ("queries", .records(counts.map(\.record))),
      ])
      try StandardOutput.write(JSONFormat().line(answer) + "\n")
    }
    if counts.allSatisfy({ $0.result.totals.paragraphs == 0 }) { throw Failure.Code.nothingFound }
  }
}

extension YearCounts.Year: ExpressibleByArgument {}
