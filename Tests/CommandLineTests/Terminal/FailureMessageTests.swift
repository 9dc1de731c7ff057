import ArgumentParser
import Corpus
import Foundation
import ReportSearch
import ResultFormats
import Testing

@testable import duansou

/// The errors that end a run.
struct FailureMessageTests {
  private static let errors: [any Error & Sendable] = [
    QueryParserError(.empty, at: 0..<0), QuestionError.empty,
    IndexError(path: "a.sqlite", kind: .missing), ReadingError(path: "a.txt", kind: .empty),
    MetadataFileError(path: "a.csv", failure: .withoutPaths),
    InputFileError(path: "a.tsv", message: "第 1 行 line 1"),
    HitListError(path: "a.csv", .system(ENOSPC)), YearChart.Failure.notByYear,
    POSIXError(.ENOSPC),
  ]

  @Test(arguments: errors.indices)
  func `an error is reported in the user's language with exit code 2`(number: Int) throws {
    let error = Self.errors[number]
    let chinese = try #require(CommandRun.speaking(.chinese) { Failure.message(of: error) })
    let english = try #require(CommandRun.speaking(.english) { Failure.message(of: error) })
    #expect(chinese.contains(/\p{Han}/) && english.contains(/[a-z]{3}/) && chinese != english)
    #expect(CommandRun.speaking(.english) { Failure.tell(error).rawValue } == 2)
  }

  @Test func `exit codes are kept, and a closed pipe and help are success`() {
    CommandRun.speaking(.english) {
      #expect(Failure.tell(Failure.Code.nothingFound) == Failure.Code.nothingFound)
      #expect(Failure.tell(Failure.Code.interrupted) == Failure.Code.interrupted)
      #expect(Failure.tell(StandardOutput.Closed()).rawValue == 0)
      #expect(Failure.message(of: CancellationError()) == nil)
    }
  }
}
