import ResultFormats
import Testing

@testable import ReportSearch
@testable import ResultFormats
@testable import duansou

/// The progress that a terminal shows.
struct ProgressBarTests {
  private func inBothLanguages(_ line: () -> String) -> [String] {
    [Language.chinese, .english].map { CommandRun.speaking($0, line) }
  }

  private func indexing(_ done: Int, of bytes: Int, seconds: Int) -> Indexer.Progress {
    Indexer.Progress(
      files: 20, bytes: bytes, filesDone: 5, bytesDone: done, elapsed: .seconds(seconds))
  }

  @Test func `indexing progress shows the percentage, files, speed and remaining time`() {
    #expect(
      inBothLanguages { ProgressBar.line(indexing(25_000_000, of: 100_000_000, seconds: 10)) } == [
        "██████░░░░░░░░░░░░░░░░░░ 25%  5/20 个文件  2.5 MB/s  剩余 30 秒",
        "██████░░░░░░░░░░░░░░░░░░ 25%  5/20 files  2.5 MB/s  30 s left",
      ])
  }

  @Test func `more than a minute is shown in minutes`() {
    let lines = inBothLanguages {
      ProgressBar.line(indexing(1_000_000, of: 100_000_000, seconds: 10))
    }
    #expect(lines[0].hasSuffix("剩余 16 分") && lines[1].hasSuffix("16 min left"))
  }

  @Test func `progress is 100% without files and 0% at the start`() {
    #expect(
      inBothLanguages { ProgressBar.line(indexing(0, of: 0, seconds: 0)) }[1].hasPrefix(
        String(repeating: "█", count: 24) + " 100%"))
    #expect(
      inBothLanguages { ProgressBar.line(indexing(0, of: 10, seconds: 0)) }[1].hasPrefix(
        String(repeating: "░", count: 24) + " 0%"))
  }

  private func list(_ done: Int, of all: Int, queries: Int, seconds: Int) -> [String] {
    inBothLanguages {
      ProgressBar.line(
        HitList.Progress(query: 1, queries: queries, paragraphsDone: done, paragraphs: all),
        elapsed: .seconds(seconds))
    }
  }

  @Test func `export progress shows the paragraphs and the current query`() {
    #expect(
      list(50, of: 100, queries: 3, seconds: 4) == [
        "████████████░░░░░░░░░░░░ 50%  第 2/3 个检索式  50/100 段  剩余 4 秒",
        "████████████░░░░░░░░░░░░ 50%  query 2/3  50/100 paragraphs  4 s left",
      ])
    #expect(
      list(0, of: 0, queries: 1, seconds: 0)[1]
        == "████████████████████████ 100%  0/0 paragraphs  0 s left")
  }
}
