import Foundation

@testable import Corpus

/// Texts as bytes of other encodings, by iconv.
enum EncodedText {
  /// Returns the bytes of a text, or `nil` if the encoding cannot hold it.
  static func bytes(of text: String, in encoding: TextEncoding) -> [UInt8]? {
    let converter = iconv_open(encoding.converterName, "UTF-8")
    precondition(converter != iconv_t(bitPattern: -1))
    defer { iconv_close(converter) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2 + 16)
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
