import ArgumentParser
import Foundation

/// Standard output, through ``Console/current``.
enum StandardOutput {
  /// The reader has closed the pipe.
  struct Closed: Error {}

  /// A stream of its own for standard output: the C library's `stdout` is a global variable, which
  /// safe code may not read.
  nonisolated(unsafe) private static let file = fdopen(STDOUT_FILENO, "w")!

  /// True if standard output is a terminal.
  static var isTerminal: Bool { Console.current.isProcess && isatty(STDOUT_FILENO) == 1 }

  /// The width of the terminal in cells; `nil` if standard output is not a terminal.
  static var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// Writes text. It may be buffered until ``flush()`` is called.
  ///
  /// - Throws: ``Closed``, or a `POSIXError`.
  static func write(_ text: String) throws { try Console.current.write(text) }

  /// Writes the buffered text.
  static func flush() throws { try Console.current.flush() }

  /// Writes text to the standard output of the process.
  @Sendable static func writeToFile(_ text: String) throws {
    var text = text
    let isWritten = text.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
    if !isWritten { try fail() }
  }

  /// Writes the buffered text to the standard output of the process.
  @Sendable static func flushFile() throws {
    if fflush(file) != 0 { try fail() }
  }

  private static func fail() throws -> Never {
    if errno == EPIPE { throw Closed() }
    throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
  }
}
