import ArgumentParser
import Foundation

/// Where results go.
enum StandardOutput {
  /// The reader has closed the pipe.
  struct Closed: Error {}

  /// The C library's own `stdout` is a variable, which no safe code may read.
  nonisolated(unsafe) private static let file = fdopen(STDOUT_FILENO, "w")!

  /// Whether a person looks at it.
  static var isTerminal: Bool { Console.current.isProcess && isatty(STDOUT_FILENO) == 1 }

  /// The number of cells in a line of the terminal; `nil` if it is none.
  static var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writes text; it may be held back until ``flush()``.
  ///
  /// - Throws: ``Closed``, or the system's reason.
  static func write(_ text: String) throws { try Console.current.write(text) }

  /// Writes what was held back.
  static func flush() throws { try Console.current.flush() }

  /// Writes text to the file of the process.
  @Sendable static func writeToFile(_ text: String) throws {
    var text = text
    let isWritten = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    if !isWritten { try fail() }
  }

  /// Writes what was held back for the file of the process.
  @Sendable static func flushFile() throws {
    if fflush(file) != 0 { try fail() }
  }

  private static func fail() throws -> Never {
    if errno == EPIPE { throw Closed() }
    throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
  }
}
