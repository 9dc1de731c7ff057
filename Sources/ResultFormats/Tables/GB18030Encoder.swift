import Foundation

/// Converts text to GB 18030, which covers all of Unicode except for some private-use characters.
final class GB18030Encoder {
  private let path: String
  private let converter: iconv_t

  /// Creates an encoder.
  ///
  /// - Parameter path: The path of the file, for error messages.
  /// - Throws: A ``HitListError`` if the system's C library does not support the encoding.
  init(path: String) throws {
    self.path = path
    guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1)
    else { throw HitListError(path: path, .system(errno)) }
    self.converter = converter
  }

  deinit { iconv_close(converter) }

  /// Returns the bytes of a text.
  ///
  /// - Throws: A ``HitListError`` if the encoding lacks a character of the text.
  /// - Complexity: O(*n*).
  func bytes(of text: String) throws -> [UInt8] {
    var input = text.utf8.map { CChar(bitPattern: $0) }
    // A scalar takes at most four bytes in GB 18030, so four for each byte of UTF-8 are enough.
    var output = [CChar](repeating: 0, count: input.count * 4 + 4)
    let (used, written) = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, output.count)
        iconv(converter, &from, &left, &to, &room)
        return (input.count - left, output.count - room)
      }
    }
    guard used == input.count else {
      let rest = text.utf8.dropFirst(used)
      let character = Substring(rest).unicodeScalars.first
      throw HitListError(path: path, .notInEncoding(character?.value ?? 0))
    }
    return output.prefix(written).map { UInt8(bitPattern: $0) }
  }
}
