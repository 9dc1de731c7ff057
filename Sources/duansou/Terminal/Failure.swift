import ArgumentParser
import Corpus
import Foundation
import ReportSearch
import ResultFormats

/// The end of a run that does not end well.
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

  /// Tells what went wrong.
  ///
  /// - Returns: The exit code.
  static func tell(_ error: any Error) -> ExitCode {
    if error is StandardOutput.Closed { return .success }
    do {
      if let code = error as? ExitCode {
        do { try StandardOutput.flush() } catch is StandardOutput.Closed {}
        return code
      }
      guard let message = message(of: error) else { return try CommandLineMessage.print(error) }
      duansou.tell("duansou: " + message)
      return Code.failed
    } catch {
      return tell(error)
    }
  }

  /// The sentences for an error of ours or of the system's; `nil` if it is ArgumentParser's.
  static func message(of error: any Error) -> String? {
    switch error {
    case let error as QueryParserError: error.message(in: language)
    case let error as UnmatchedFilters.Unknown: error.message(in: language)
    case let error as QuestionError: error.message(in: language)
    case let error as IndexError: error.message(in: language)
    case let error as ReadingError: error.path + say("：", ": ") + error.message(in: language)
    case let error as MetadataFileError:
      error.path + say("：", ": ") + error.failure.message(in: language)
    case let error as InputFileError: error.path + say("：", ": ") + error.message
    case let error as HitListError: error.message(in: language)
    case let error as YearChart.Failure: error.message(in: language)
    case let error as POSIXError: outputMessage(error)
    default: nil
    }
  }

  private static func outputMessage(_ error: POSIXError) -> String {
    let reason = SystemReason.text(of: error.code.rawValue, in: language)
    return say("无法输出：\(reason)。", "The output cannot be written: \(reason).")
  }
}
