import Foundation
import ResultFormats

/// The surroundings of one run of the program: its language, its environment, and where its results and
/// messages go.
///
/// The program has one, ``process``. A test makes its own, so that runs in one process do not share
/// anything.
struct Console: Sendable {
  /// The environment variables.
  let environment: [String: String]
  /// The working folder; paths below it are shown without it.
  let folder: String
  /// The language of help, answers and messages.
  let language: Language
  /// Writes to standard output; text may be held back until `flush` is called.
  let write: @Sendable (String) throws -> Void
  /// Writes what was held back.
  let flush: @Sendable () throws -> Void
  /// Writes to standard error.
  let tell: @Sendable (String) -> Void
  /// Whether the run belongs to the process, and may use its terminal and its signals.
  let isProcess: Bool

  /// The surroundings of the process.
  static let process = Console(
    environment: ProcessInfo.processInfo.environment,
    folder: FileManager.default.currentDirectoryPath,
    language: Language(environment: ProcessInfo.processInfo.environment),
    write: StandardOutput.writeToFile, flush: StandardOutput.flushFile,
    tell: { FileHandle.standardError.write(Data($0.utf8)) }, isProcess: true)

  /// The surroundings of the run that the current task belongs to.
  @TaskLocal static var current = Console.process
}

/// The language of this run.
var language: Language { Console.current.language }

/// Chooses between the two forms of a text.
func say(_ chinese: @autoclosure () -> String, _ english: @autoclosure () -> String) -> String {
  language.choose(chinese(), english())
}

/// Writes a message to standard error.
func tell(_ message: String) { Console.current.tell(message + "\n") }
