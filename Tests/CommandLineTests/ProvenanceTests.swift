import Foundation
import TestSupport
import Testing

/// Tests the provenance file next to an exported table.
struct ProvenanceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: String...) throws -> RunningCommand {
    let run = try RunningCommand(arguments, in: folder.path)
    #expect(run.status == 0, "\(run)")
    return run
  }

  private func provenance(of name: String) throws -> [String: Any] {
    let data = try #require(
      FileManager.default.contents(atPath: folder(name + ".provenance.json")))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func `corrections are listed in the provenance and change the fingerprint`() throws {
    let path = try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学抓得紧。\n")
    _ = try run("index", "报告")
    _ = try run("export", "控辍保学", "-o", "前.csv")
    let before = try provenance(of: "前.csv")
    #expect(before["corrections_count"] as? Int == 0)
    #expect((before["corrections"] as? [Any])?.isEmpty == true)
    let search = try run("search", "控辍保学", "--format", "jsonl")
    let report = try #require(search.output.firstMatch(of: /"report_id":"([^"]*)"/)?.1)
    _ = try run("set", String(report), "--year", "2013")
    for command in [
      ["export", "控辍保学"], ["years", "控辍保学"], ["panel", "控辍保学", "--columns", "type"],
    ] {
      let arguments = command + ["-o", "后.csv"]
      #expect(try RunningCommand(arguments, in: folder.path).status == 0)
      let after = try provenance(of: "后.csv")
      #expect(
        after["index_fingerprint"] as? String != before["index_fingerprint"] as? String)
      #expect(after["corrections_count"] as? Int == 1)
      let corrections = try #require(after["corrections"] as? [[String: Any]])
      #expect(corrections[0]["path"] as? String == path)
      #expect(corrections[0]["year"] as? Int == 2013)
      #expect(corrections[0]["region"] is NSNull)
      #expect(corrections[0]["report_ids"] as? [String] == [String(report)])
    }
    let stats = try run("stats", "--format", "json").output
    let fingerprint = try #require(try provenance(of: "后.csv")["index_fingerprint"] as? String)
    #expect(stats.contains(fingerprint))
    // The second sheet of a workbook also lists the corrections. Only the exit code is checked.
    _ = try run("export", "控辍保学", "-o", "后.xlsx")
  }

  @Test func `supplied metadata is counted in the provenance and changes the fingerprint`() throws {
    try folder.write("报告/甲.txt", "2011年工作总结\n控辍保学抓得紧。\n")
    _ = try run("index", "报告")
    _ = try run("export", "控辍保学", "-o", "前.csv")
    try folder.write("资料.csv", "path,issuer\n报告/甲.txt,泸县教育局\n")
    _ = try run("index", "报告", "--metadata", "资料.csv")
    _ = try run("export", "控辍保学", "-o", "后.csv")
    let (before, after) = (try provenance(of: "前.csv"), try provenance(of: "后.csv"))
    #expect(before["metadata_entries"] as? Int == 0 && after["metadata_entries"] as? Int == 1)
    #expect(before["index_fingerprint"] as? String != after["index_fingerprint"] as? String)
  }
}
