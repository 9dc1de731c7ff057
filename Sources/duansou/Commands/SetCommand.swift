import ArgumentParser
import Corpus
import Foundation
import ReportSearch
import ResultFormats

/// `duansou set`: corrects the metadata of reports manually.
struct SetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "set",
      abstract: say("人工更正报告的年份、地区、文种等", "Correct the year, region, type … of reports manually."),
      discussion: say(
        "更正立即生效，重新编入时保留，在检索结果中注明“人工更正”（manual）。",
        "A correction applies immediately, is kept when files are indexed again, and is "
          + "marked as manual in results."))
  }

  @Argument(
    help: ArgumentHelp(
      say("报告编号或其开头几位", "Identifiers of reports, or the beginnings of them."),
      valueName: say("编号", "report")))
  var reports: [String]

  @Option(
    help: ArgumentHelp(say("报告年份", "The report year."), valueName: say("年", "year")))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      say("地区：名称或六位代码", "The region: its name or six-digit code."),
      valueName: say("地区", "region")))
  var region: String?

  @Option(
    help: ArgumentHelp(
      say("文种：工作总结、工作计划、通知等", "The document type: 工作总结, 工作计划, 通知 …"),
      valueName: say("文种", "type")))
  var type: String?

  @Option(help: ArgumentHelp(say("发文机关", "The issuer."), valueName: say("机关", "issuer")))
  var issuer: String?

  @Option(help: ArgumentHelp(say("题名", "The title."), valueName: say("题名", "title")))
  var title: String?

  @Option(
    help: ArgumentHelp(
      say("发布日期，格式为 2011-03-05", "The publication date, as 2011-03-05."),
      valueName: say("日期", "date")))
  var date: String?

  @Flag(help: ArgumentHelp(say("先撤销以前的更正", "First discard the earlier corrections.")))
  var clear = false

  @OptionGroup var index: IndexOption

  func validate() throws {
    let options: [Any?] = [year, region, type, issuer, title, date]
    if !clear, options.allSatisfy({ $0 == nil }) {
      throw ValidationError(
        say(
          "没有指定要更正的内容；例如 --year 2011 --region 泸县",
          "Nothing to correct. Specify a value, for example --year 2011 --region 泸县"))
    }
    if let year, !(1900...2099).contains(year) {
      throw ValidationError(
        say("--year 必须在 1900 到 2099 之间。", "--year must be between 1900 and 2099."))
    }
    if let type, DocumentType(named: type) == nil {
      let names = DocumentType.allCases.map(\.rawValue)
      throw ValidationError(
        say(
          "“\(type)”不是有效的文种；可用 \(names.joined(separator: "、"))",
          "There is no document type “\(type)”. Choose from \(names.joined(separator: ", "))"))
    }
    if let date, CalendarDate(iso8601: date) == nil {
      throw ValidationError(
        say(
          "--date 的“\(date)”不是有效的日期；请写成 2011-03-05 的格式。",
          "“\(date)” is not a valid --date. "
            + "Write it as 2011-03-05."))
    }
    if let region, let problem = RegionProblem(region) { throw ValidationError(problem.message) }
  }

  func run() throws {
    tellUnknownDivisions(among: [region])
    let open = try index.open()
    let chosen = try open.read { searcher in
      try reports.map { try searcher.report(identifiedBy: $0) }
    }
    let writer = try index.writer()
    for report in chosen {
      try writer.correct(report) { told in
        if clear { told = ReportMetadata() }
        told.year = year ?? told.year
        told.region = region ?? told.region
        told.documentType = type.flatMap(DocumentType.init(named:)) ?? told.documentType
        told.issuer = issuer ?? told.issuer
        told.title = title ?? told.title
        told.date = date.flatMap { CalendarDate(iso8601: $0) } ?? told.date
      }
    }
    try writer.commit()
    let changed = try open.read { searcher in
      try chosen.map { try searcher.report(identifiedBy: $0.identifier) }
    }
    for report in changed { try StandardOutput.write(ReportHeadText(report).text + "\n") }
  }
}

/// The reason why a region cannot be set: a name shared by several divisions, or an unknown code.
private struct RegionProblem {
  let message: String

  init?(_ region: String) {
    let filter = RegionFilter(region)
    let isCode = region.allSatisfy(\.isNumber)
    if isCode, region.count != 6 || filter.divisions.isEmpty {
      message = say(
        "没有代码为“\(region)”的地区；代码应为六位数字，例如 510521",
        "No region has the code “\(region)”. Codes have six digits, for example 510521")
    } else if filter.divisions.count > 1 {
      let names = filter.divisions.map { "\($0.code) \($0.fullName)" }
      message = say(
        "“\(region)”有多处同名，请写代码：\(names.joined(separator: "、"))",
        "Several regions are named “\(region)”. Specify the code: \(names.joined(separator: ", "))")
    } else {
      return nil
    }
  }
}
