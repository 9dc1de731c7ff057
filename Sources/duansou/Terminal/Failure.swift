import ArgumentParser
import Corpus
import Foundation
import ReportSearch
import ResultFormats

/// How a run ends that does not end well.
enum Failure {
  /// The exit codes, which are a contract.
  enum Code {
    /// Nothing was found; the empty answer was printed.
    static let nothingFound = ExitCode(1)
    /// It could not be done.
    static let failed = ExitCode(2)
    /// It was done, but some files could not be read.
    static let someFilesFailed = ExitCode(3)
    /// It was interrupted.
    static let interrupted = ExitCode(130)
  }

  /// Tells what went wrong, and ends the program.
  static func end(with error: any Error) -> Never {
    switch error {
    case is StandardOutput.Closed: exit(0)
    case let code as ExitCode:
      do { try StandardOutput.flush() } catch is StandardOutput.Closed {} catch { end(with: error) }
      exit(code.rawValue)
    case let error as QueryParserError: fail(error.message(in: language))
    case let error as UnmatchedFilters.Unknown: fail(error.message(in: language))
    case let error as QuestionError: fail(error.message(in: language))
    case let error as IndexError: fail(error.message(in: language))
    case let error as ReadingError: fail(error.path + say("：", ": ") + error.message(in: language))
    case let error as MetadataFileError:
      fail(error.path + say("：", ": ") + error.failure.message(in: language))
    case let error as InputFileError: fail(error.path + say("：", ": ") + error.message)
    case let error as HitListError: fail(error.message(in: language))
    case let error as YearChart.Failure: fail(error.message(in: language))
    case let error as POSIXError:
      let reason = SystemReason.text(of: error.code.rawValue, in: language)
      fail(say("无法输出：\(reason)。", "The output cannot be written: \(reason)."))
    default: CommandLineMessage.end(with: error)
    }
  }

  private static func fail(_ message: String) -> Never {
    tell("duansou: " + message)
    exit(Code.failed.rawValue)
  }
}
