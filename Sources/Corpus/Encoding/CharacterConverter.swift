import Foundation

/// Converts bytes of some encoding to UTF-8 by iconv.
struct CharacterConverter {
  /// A text, and what did not fit the encoding.
  struct Converted {
    let text: String
    /// The offset of the first byte that does not fit; `nil` if all do.
    let firstUndecodable: Int?
    /// The number of bytes that were replaced by U+FFFD.
    let replacedCount: Int
  }

  /// The C library has no converter for an encoding: its modules can be a package of their own.
  struct Missing: Error, Hashable {
    let encoding: TextEncoding
  }

  /// Converts bytes; those that do not fit are replaced by U+FFFD each, or end the conversion.
  ///
  /// - Parameter name: The name by which iconv knows the encoding, if it is not the usual one.
  /// - Throws: ``Missing`` if iconv does not know the encoding.
  /// - Complexity: O(*n*).
  static func convert(
    _ bytes: UnsafeRawBufferPointer, from encoding: TextEncoding, named name: String? = nil,
    replacing: Bool
  ) throws(Missing) -> Converted {
    let converter = iconv_open("UTF-8", name ?? encoding.converterName)
    guard converter != iconv_t(bitPattern: -1) else { throw Missing(encoding: encoding) }
    defer { iconv_close(converter) }
    var input = UnsafeMutablePointer(mutating: bytes.bindMemory(to: CChar.self).baseAddress)
    var inputLeft = bytes.count
    // A character of two bytes takes up to four, one that does not fit three.
    let capacity = bytes.count * 3 + 16
    var firstUndecodable: Int?
    var replaced = 0
    let text = String(unsafeUninitializedCapacity: capacity) { output in
      output.withMemoryRebound(to: CChar.self) { output in
        var place = output.baseAddress
        var outputLeft = capacity
        while iconv(converter, &input, &inputLeft, &place, &outputLeft) == -1 {
          if firstUndecodable == nil { firstUndecodable = bytes.count - inputLeft }
          guard replacing, inputLeft > 0, outputLeft >= 3 else { break }
          for byte in "\u{FFFD}".utf8 {
            place!.pointee = CChar(bitPattern: byte)
            place! += 1
          }
          outputLeft -= 3
          input! += 1
          inputLeft -= 1
          replaced += 1
        }
        return capacity - outputLeft
      }
    }
    return Converted(text: text, firstUndecodable: firstUndecodable, replacedCount: replaced)
  }
}
