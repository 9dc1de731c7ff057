import Foundation
import TestSupport
import Testing

/// Tests filters with invalid values, or with values that do not occur in the index.
struct UnknownValueTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("报告/泸县教育局2011年工作总结.txt", "泸县教育局2011年工作总结\n控辍保学抓得紧。\n")
    try folder.write("报告/某镇.txt", "2012年工作计划\n控辍保学不放松。\n")
    try folder.write("资料.csv", "path,region\n报告/某镇.txt,幸福镇\n")
    let run = try RunningCommand(["index", "报告", "--metadata", "资料.csv"], in: folder.path)
    #expect(run.status == 0, "\(run)")
  }

  private func run(_ arguments: [String], _ locale: String = "C.UTF-8") throws -> RunningCommand {
    try RunningCommand(arguments, in: folder.path, environment: ["LANG": locale])
  }

  @Test func `messages on unknown values match the snapshot in both languages`() throws {
    var text = ""
    for filter in [
      "type:小说", "region:999999", "region:火星", "region:泸洲", "region:四川泸洲市", "report:总结",
      "report:rffffffffffffffffffff", "-region:火星", "region:上海", "type:规划", "issuer:没有的单位",
      "path:没有的文件", "title:没有的题名", "heading:没有的标题", "report-year:1999", "year:1999",
      "published:1999", "section:problem",
    ] {
      for locale in ["zh_CN.UTF-8", "C.UTF-8"] {
        let run = try run(["search", "控辍保学 \(filter)"], locale)
        let told = run.messages.split(separator: "\n").filter {
          $0.hasPrefix("duansou: ") || $0.hasPrefix("注意") || $0.hasPrefix("Note")
        }
        text += "\(filter)  status \(run.status)  \(told.joined(separator: " "))\n"
      }
    }
    try expectSnapshot(text, named: "unknown-values.txt")
  }

  @Test(arguments: [
    ["search"], ["kwic"], ["years"], ["panel"], ["absent"], ["export"], ["copies"],
  ])
  func `every command that takes a query reports unknown values`(command: [String]) throws {
    for filter in ["type:小说", "region:火星", "report:rffff"] {
      let failing = try run(command + ["控辍保学 \(filter)"])
      #expect(failing.status == 2 && failing.output.isEmpty, "\(failing)")
      #expect(failing.messages.hasPrefix("duansou: "), "\(failing)")
    }
    let noted = try run(command + ["控辍保学 issuer:没有的单位"])
    #expect(noted.messages.contains("nothing in the index matches issuer:没有的单位"), "\(noted)")
    #expect(noted.status != 2, "\(noted)")
  }

  @Test func `known values cause no message`() throws {
    for filter in [
      "type:总结", "type:计划", "region:泸州", "region:51", "region:幸福", "year:2011", "path:某镇",
      "title:泸县", "report-year:2012",
    ] {
      let found = try run(["search", "控辍保学 \(filter)"])
      #expect(found.status == 0 && found.messages.isEmpty, "\(found)")
    }
  }
}
