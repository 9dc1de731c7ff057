import ArgumentParser
import Corpus
import Foundation
import ReportSearch
import ResultFormats

/// `duansou set`: sets right by hand what was attributed to reports.
struct SetCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "set",
      abstract: say("人工更正报告的年份、地区、类型等", "Set the year, region, type … of reports right by hand."),
      discussion: say(
        "更正立即生效，重新编入时保留，检索结果里标明“人工更正”（manual）。",
        "It holds at once, survives indexing again, and is marked as set by hand (manual)."))
  }

  @Argument(
    help: ArgumentHelp(
      say("报告编号或它的开头", "Identifiers of reports, or their beginnings."),
      valueName: say("编号", "report")))
  var reports: [String]

  @Option(
    help: ArgumentHelp(say("报告年份", "The year that it is about."), valueName: say("年", "year")))
  var year: Int?

  @Option(
    help: ArgumentHelp(
      say("地区：名称或六位代码", "The region: its name or its code of six digits."),
      valueName: say("地区", "region")))
  var region: String?

  @Option(
    help: ArgumentHelp(
      say("文种：工作总结、工作计划、通知等", "The kind of document: 工作总结, 工作计划, 通知 …"),
      valueName: say("文种", "type")))
  var type: String?

  @Option(help: ArgumentHelp(say("发文机关", "Who issued it."), valueName: say("机关", "issuer")))
  var issuer: String?

  @Option(help: ArgumentHelp(say("题名", "The title."), valueName: say("题名", "title")))
  var title: String?

  @Option(
    help: ArgumentHelp(
      say("发布日期，写作 2011-03-05", "The day of publication, as 2011-03-05."),
      valueName: say("日期", "date")))
  var date: String?

  @Flag(help: ArgumentHelp(say("先撤销以前的更正", "Take back what was set before.")))
  var clear = false

  @OptionGroup var index: IndexOption

  func validate() throws {
    let options: [Any?] = [year, region, type, issuer, title, date]
    if !clear, options.allSatisfy({ $0 == nil }) {
      throw ValidationError(
        say(
          "没有写要更正什么；例如 --year 2011 --region 泸县",
          "there is nothing to set: for example --year 2011 --region 泸县"))
    }
    if let year, !(1900...2099).contains(year) {
      throw ValidationError(
        say("--year 应在 1900 到 2099 之间", "--year is between 1900 and 2099"))
    }
    if let type, DocumentType(named: type) == nil {
      let names = DocumentType.allCases.map(\.rawValue)
      throw ValidationError(
        say(
          "没有“\(type)”这种文种；可选 \(names.joined(separator: "、"))",
          "there is no type “\(type)”: choose from \(names.joined(separator: ", "))"))
    }
    if let date, CalendarDate(iso8601: date) == nil {
      throw ValidationError(
        say(
          "--date 的“\(date)”不是日期；写作 2011-03-05", "“\(date)” of --date is no day: write 2011-03-05"))
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

/// Why a region cannot be set: a name that several divisions have, a code that none has.
private struct RegionProblem {
  let message: String

  init?(_ region: String) {
    let filter = RegionFilter(region)
    let isCode = region.allSatisfy(\.isNumber)
    if isCode, region.count != 6 || filter.divisions.isEmpty {
      message = say(
        "没有代码为“\(region)”的地区；代码是六位数字，例如 510521",
        "no region has the code “\(region)”: codes have six digits, for example 510521")
    } else if filter.divisions.count > 1 {
      let names = filter.divisions.map { "\($0.code) \($0.fullName)" }
      message = say(
        "“\(region)”不止一处，请写代码：\(names.joined(separator: "、"))",
        "“\(region)” is the name of several, give the code: \(names.joined(separator: ", "))")
    } else {
      return nil
    }
  }
}
