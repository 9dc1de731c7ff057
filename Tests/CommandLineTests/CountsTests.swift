import ResultFormats
import TestSupport
import Testing

/// Tests the output of `years`, `panel` and `absent`.
struct CountsTests {
  private static let nothing = [["years", "没有这样的话"], ["absent", "学校", "--by", "report-year"]]

  @Test(
    arguments: [
      (
        "years",
        [
          ["years", "控辍保学"], ["years", "学校 -双减", "~双减", "--by", "report-year"],
          ["years", "控辍保学", "没有这样的话", "--format", "csv"],
          ["years", "控辍保学", "--format", "json"], ["years", "没有这样的话"],
        ]
      ),
      (
        "panel",
        [
          ["panel", "学校", "--rows", "section", "--columns", "type"],
          ["panel", "控辍保学 year:2011..2013", "--columns", "section", "--format", "csv"],
          ["panel", "控辍保学", "双减", "--columns", "query", "--measure", "per-100k"],
          ["panel", "双减", "控辍保学", "--rows", "query", "--columns", "type", "--measure", "share"],
        ]
      ),
      (
        "absent",
        [
          ["absent", "学校", "--by", "report-year"], ["absent", "~双减", "--by", "issuer"],
          ["absent", "营养", "--by", "year", "--format", "csv"],
          ["absent", "营养", "--by", "type", "--format", "json"],
        ]
      ),
    ] as [(String, [[String]])])
  func `counts match the snapshot in both languages`(snapshot: String, commandLines: [[String]])
    async throws
  {
    var answers = RecordedAnswers(in: try TemporaryFolder(), index: try await SampleIndex.path())
    for arguments in commandLines {
      for run in await answers.add(arguments) {
        #expect(run.status == (Self.nothing.contains(arguments) ? 1 : 0), "\(run)")
      }
    }
    try expectSnapshot(answers.text, named: "\(snapshot).txt")
  }
}
