import Foundation

/// Turns the bytes of a file into text, or says where that fails.
struct TextDecoder {
  /// A text and the encoding that it was stored in.
  struct Decoded {
    let text: String
    let encoding: TextEncoding
  }

  /// Why bytes are no text in the encoding that they were taken for.
  struct Failure: Error, Hashable {
    let encoding: TextEncoding
    let byteOffset: Int
  }

  /// Decodes bytes: by their byte order mark, else as UTF-8, else as GB 18030.
  ///
  /// Text that is valid UTF-8 and was meant otherwise is too rare to matter: in GB 18030 it would
  /// have to be made of byte pairs that spell nothing.
  ///
  /// - Throws: The encoding that got furthest, and the offset of the first byte that does not fit it.
  static func decode(_ bytes: UnsafeRawBufferPointer) throws(Failure) -> Decoded {
    for (mark, encoding) in marks where bytes.starts(with: mark) {
      let content = UnsafeRawBufferPointer(rebasing: bytes[mark.count...])
      switch text(of: content, in: encoding) {
      case .success(let text): return Decoded(text: text, encoding: encoding)
      case .failure(let failure):
        throw Failure(encoding: encoding, byteOffset: failure.byteOffset + mark.count)
      }
    }
    var furthest: Failure?
    for encoding in [TextEncoding.utf8, .gb18030] {
      switch text(of: bytes, in: encoding) {
      case .success(let text): return Decoded(text: text, encoding: encoding)
      case .failure(let failure):
        if furthest == nil || failure.byteOffset > furthest!.byteOffset { furthest = failure }
      }
    }
    throw furthest!
  }

  private static let marks: [([UInt8], TextEncoding)] = [
    ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian),
    ([0xFE, 0xFF], .utf16BigEndian),
  ]

  private static func text(
    of bytes: UnsafeRawBufferPointer, in encoding: TextEncoding
  ) -> Result<String, Failure> {
    if encoding == .utf8, let text = String(validating: bytes, as: UTF8.self) {
      return .success(text)
    }
    return converted(bytes, from: encoding)
  }

  /// Converts bytes with iconv, which tells the place of the first byte that does not fit.
  private static func converted(
    _ bytes: UnsafeRawBufferPointer, from encoding: TextEncoding
  ) -> Result<String, Failure> {
    let converter = iconv_open("UTF-8", encoding.rawValue)
    precondition(converter != iconv_t(bitPattern: -1), "iconv knows \(encoding.rawValue)")
    defer { iconv_close(converter) }
    var input = UnsafeMutablePointer(
      mutating: bytes.bindMemory(to: CChar.self).baseAddress)
    var inputLeft = bytes.count
    // No character of these encodings grows by more than half, two bytes to three.
    let capacity = bytes.count * 2 + 16
    var isComplete = false
    let text = String(unsafeUninitializedCapacity: capacity) { output in
      output.withMemoryRebound(to: CChar.self) { output in
        var place = output.baseAddress
        var outputLeft = capacity
        isComplete = iconv(converter, &input, &inputLeft, &place, &outputLeft) != -1
        return capacity - outputLeft
      }
    }
    guard isComplete else {
      return .failure(Failure(encoding: encoding, byteOffset: bytes.count - inputLeft))
    }
    return .success(text)
  }
}
