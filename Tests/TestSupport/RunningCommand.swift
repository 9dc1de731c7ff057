import Dispatch
public import Foundation
import Synchronization

/// A run of one of the project's programs.
public struct RunningCommand: CustomStringConvertible {
  /// The exit code.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: String
  /// What it wrote to standard error.
  public let messages: String
  private let line: String
  private let folder: String

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - arguments: What stands behind the program's name.
  ///   - folder: Where it runs.
  ///   - environment: Variables beside `PATH`; the language is English unless `LANG` is among them.
  ///   - program: The program's name, or the path of another one.
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
    // Both pipes are read to their ends before the wait: a full pipe would stop the program for ever.
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

  /// Everything that tells why a run failed.
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

  /// The folder of the built programs, which holds the tests as well.
  public static let products = URL(fileURLWithPath: CommandLine.arguments[0])
    .resolvingSymlinksInPath().deletingLastPathComponent()
}
