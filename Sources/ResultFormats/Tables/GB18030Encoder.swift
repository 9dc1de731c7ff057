import Foundation

/// Turns text into GB 18030, which has all characters of Unicode but for some of private use.
final class GB18030Encoder {
  private let path: String
  private let converter: iconv_t

  /// Prepares the conversion.
  ///
  /// - Parameter path: The path of the file, for errors.
  /// - Throws: A ``HitListError`` if the system's C library does not know the encoding.
  init(path: String) throws {
    self.path = path
    guard let converter = iconv_open("GB18030", "UTF-8"), converter != iconv_t(bitPattern: -1)
    else { throw HitListError(path: path, .system(errno)) }
    self.converter = converter
  }

  deinit { iconv_close(converter) }

  /// The bytes of a text.
  ///
  /// - Throws: A ``HitListError`` if it has a character that the encoding lacks.
  /// - Complexity: O(*n*).
  func bytes(of text: String) throws -> [UInt8] {
    var input = text.utf8.map { CChar(bitPattern: $0) }
    // A character of one to three bytes takes four at most.
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
