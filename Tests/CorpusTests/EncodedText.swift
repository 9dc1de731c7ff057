import Foundation

@testable import Corpus

/// Encodes and decodes text with iconv, which shares no table with the decoders.
enum EncodedText {
  /// Returns the bytes of a text, or `nil` if the encoding cannot represent it.
  static func bytes(of text: String, in encoding: TextEncoding) -> [UInt8]? {
    bytes(of: text, in: encoding == .big5 ? "BIG5-HKSCS" : encoding.rawValue)
  }

  /// Returns the bytes of a text in an encoding by iconv's name.
  static func bytes(of text: String, in name: String) -> [UInt8]? {
    converted(Array(text.utf8), from: "UTF-8", to: name)
  }

  /// Decodes bytes, or returns `nil` if they are invalid in the encoding.
  static func text(of bytes: [UInt8], in name: String) -> String? {
    converted(bytes, from: name, to: "UTF-8").map { String(decoding: $0, as: UTF8.self) }
  }

  private static func converted(_ bytes: [UInt8], from: String, to: String) -> [UInt8]? {
    let converter = iconv_open(to, from)
    precondition(converter != iconv_t(bitPattern: -1))
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    var (inputLeft, outputLeft) = (input.count, output.count)
    let isComplete = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        return iconv(converter, &from, &inputLeft, &to, &outputLeft) != -1
      }
    }
    guard isComplete else { return nil }
    return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
  }
}
