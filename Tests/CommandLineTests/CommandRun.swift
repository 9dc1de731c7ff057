import ArgumentParser
import ResultFormats
import Synchronization
import TestSupport

@testable import duansou

/// A run of the command line within the process of the tests.
///
/// It takes a hundredth of the time that a program of its own takes. Relative paths are those of the
/// tests' working folder, therefore files are named by absolute paths.
struct CommandRun: CustomStringConvertible {
  /// The exit code.
  let status: Int32
  /// What it wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let messages: String
  private let line: String

  /// Runs a command line to its end.
  ///
  /// - Parameters:
  ///   - arguments: The arguments after the program's name.
  ///   - language: The language of help, answers and messages.
  ///   - index: The index that is used where the arguments name none.
  init(_ arguments: [String], in language: Language = .english, index: String? = nil) async {
    var environment = ["COLUMNS": "80"]
    environment["DUANSOU_INDEX"] = index
    let (output, messages) = (Recording(), Recording())
    let console = Console(
      environment: environment, folder: "/", language: language, write: { output.add($0) },
      flush: {},
      tell: { messages.add($0) }, isProcess: false)
    status = await Console.$current.withValue(console) { await Duansou.run(arguments) }.rawValue
    self.output = output.text
    self.messages = messages.text
    line = (["duansou"] + arguments).joined(separator: " ")
  }

  /// Calls a closure as a run that speaks a language, and drops what it writes.
  static func speaking<Value>(_ language: Language, _ body: () throws -> Value) rethrows -> Value {
    let console = Console(
      environment: [:], folder: "/", language: language, write: { _ in }, flush: {}, tell: { _ in },
      isProcess: false)
    return try Console.$current.withValue(console, operation: body)
  }

  /// The command line, the exit code and everything that was written.
  var description: String {
    "$ \(line)\nstatus \(status)\n--- output\n\(output)\n--- messages\n\(messages)"
  }

  private final class Recording: Sendable {
    private let written = Mutex("")
    var text: String { written.withLock(\.self) }
    func add(_ text: String) { written.withLock { $0 += text } }
  }
}
