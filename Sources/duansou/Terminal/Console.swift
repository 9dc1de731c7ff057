import Foundation
import ResultFormats

/// The environment of one run of the program: its language, its environment variables, and the
/// destinations of results and messages.
///
/// The program uses ``process``. Tests create their own, so that concurrent runs in one process do
/// not share state.
struct Console: Sendable {
  /// The environment variables.
  let environment: [String: String]
  /// The working folder. Paths in it are shown relative to it.
  let folder: String
  /// The language of help, answers and messages.
  let language: Language
  /// Writes to standard output. The text may be buffered until `flush` is called.
  let write: @Sendable (String) throws -> Void
  /// Writes the buffered text.
  let flush: @Sendable () throws -> Void
  /// Writes to standard error.
  let tell: @Sendable (String) -> Void
  /// True if the run is the process itself and may use its terminal and handle its signals.
  let isProcess: Bool

  /// The console of the process.
  static let process = Console(
    environment: ProcessInfo.processInfo.environment,
    folder: FileManager.default.currentDirectoryPath,
    language: Language(environment: ProcessInfo.processInfo.environment),
    write: StandardOutput.writeToFile, flush: StandardOutput.flushFile,
    tell: { FileHandle.standardError.write(Data($0.utf8)) }, isProcess: true)

  /// The console of the run that the current task belongs to.
  @TaskLocal static var current = Console.process
}

/// The language of this run.
var language: Language { Console.current.language }

/// Returns the text in the language of this run.
func say(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
  language.choose(chinese(), english())
}

/// Writes a message to standard error.
func tell(_ message: String) { Console.current.tell(message + "\n") }
