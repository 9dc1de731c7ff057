import Dispatch
public import Foundation
import Synchronization

/// A completed run of one of the project's programs.
public struct RunningCommand: CustomStringConvertible {
  /// The exit code.
  public let status: Int32
  /// The standard output.
  public let output: String
  /// The standard error.
  public let messages: String
  private let line: String
  private let folder: String

  /// Runs a program and waits until it exits.
  ///
  /// - Parameters:
  ///   - arguments: The arguments after the program's name.
  ///   - folder: The working directory.
  ///   - environment: Variables in addition to `PATH`. `LANG` is `C.UTF-8`, for English output,
  ///     unless it is set here.
  ///   - program: The name of a program of this project, or the absolute path of another program.
  public init(
    _ arguments: [String], in folder: String, environment: [String: String] = [:],
    program: String = "duansou"
  ) throws {
    let process = Process()
    process.executableURL =
      program.hasPrefix("/")
      ? URL(fileURLWithPath: program) : Self.products.appendingPathComponent(program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment =
      ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    let (output, messages) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = messages
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Both pipes are read to the end before the wait. Otherwise a full pipe would block the program
    // forever.
    let collected = Mutex(Data())
    let reading = DispatchWorkItem {
      collected.withLock { $0 = messages.fileHandleForReading.readDataToEndOfFile() }
    }
    DispatchQueue.global().async(execute: reading)
    self.output = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    reading.wait()
    self.messages = String(decoding: collected.withLock { $0 }, as: UTF8.self)
    process.waitUntilExit()
    status = process.terminationStatus
    line = ([program] + arguments).joined(separator: " ")
    self.folder = folder
  }

  /// The command line, the files of the working directory, the exit code and both outputs, to
  /// explain a failed run.
  public var description: String {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    return """
      $ \(line)
      in \(folder): \(names.joined(separator: " "))
      status \(status)
      --- output
      \(output)
      --- messages
      \(messages)
      """
  }

  /// The folder of the built programs, which also contains the test bundle.
  public static let products = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent()
}
