import ArgumentParser
import Corpus
import Foundation
import ReportSearch
import ResultFormats

/// Error reporting and exit codes.
enum Failure {
  /// The exit codes. They are part of the documented interface.
  enum Code {
    /// Nothing was found. The empty result was printed.
    static let nothingFound = ExitCode(1)
    /// The command failed.
    static let failed = ExitCode(2)
    /// The command completed, but some files could not be read, or only in part.
    static let someFilesFailed = ExitCode(3)
    /// The command was interrupted.
    static let interrupted = ExitCode(130)
  }

  /// Prints an error to standard error.
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

  /// Returns the message for an error of this program or of the system, or `nil` for an error of
  /// ArgumentParser.
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
    return say("无法写入输出：\(reason)。", "Cannot write the output: \(reason).")
  }
}
