import TestSupport
import Testing

@testable import Corpus

/// Compares whole mappings with digests that were computed with Python's codecs.
struct CharacterTableTests {
  /// Returns the digest of the concatenated decoded codes, with U+FFFD for unassigned ones.
  private func digest(_ codes: some Sequence<[UInt8]>, _ encoding: TextEncoding) -> String {
    var text = ""
    for code in codes {
      let converted = code.withUnsafeBytes { CharacterConverter.convert($0, from: encoding) }
      text += converted.undecodable == nil ? converted.text : "\u{FFFD}"
    }
    return Array(text.utf8).withUnsafeBytes { Digest(of: $0).hexadecimal }
  }

  private static let pairs = (0x81...0xFE).flatMap { lead in
    (0x40...0xFE).map { trail in [UInt8(lead), UInt8(trail)] }
  }

  private func fourBytes(_ linear: Int, from lead: Int) -> [UInt8] {
    [
      lead + linear / 12600, 0x30 + linear / 1260 % 10, 0x81 + linear / 10 % 126,
      0x30 + linear % 10,
    ]
    .map { UInt8($0) }
  }

  @Test func `GB 18030 is complete`() {
    #expect(digest(Self.pairs, .gb18030) == EncodingDigests.gb18030Pairs)
    #expect(
      digest((0..<39420).map { fourBytes($0, from: 0x81) }, .gb18030)
        == EncodingDigests.gb18030FourBytes)
    let astral = stride(from: 0, to: 0x100000, by: 101).map { fourBytes($0, from: 0x90) }
    #expect(digest(astral, .gb18030) == EncodingDigests.gb18030Astral)
  }

  @Test func `Big5 is complete`() {
    #expect(digest(Self.pairs, .big5) == EncodingDigests.big5Pairs)
  }

  @Test func `EUC-TW is complete`() {
    var codes: [[UInt8]] = []
    for plane in UInt8(0xA1)...0xAF {
      for row in UInt8(0xA1)...0xFE {
        for column in UInt8(0xA1)...0xFE { codes.append([0x8E, plane, row, column]) }
      }
    }
    #expect(digest(codes, .eucTaiwan) == EncodingDigests.eucTaiwan)
  }

  /// Arbitrary bytes: every byte is decoded or counted, also if the text is truncated.
  @Test(arguments: 1...20)
  func `no bytes stop the decoders`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let favourites: [UInt8] = [
      0x80, 0x81, 0x8E, 0xA1, 0xAF, 0xFE, 0xFF, 0x30, 0x39, 0x40, 0x7F, 0, 0xD8, 0xDC,
    ]
    for _ in 0..<60 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Bool.random(using: &random)
          ? favourites.randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
      }
      bytes.withUnsafeBytes { bytes in
        for encoding in TextEncoding.allCases {
          let converted = CharacterConverter.convert(bytes, from: encoding)
          let replacements = converted.text.unicodeScalars.lazy.filter { $0 == "\u{FFFD}" }.count
          #expect((converted.undecodable?.count ?? 0) <= bytes.count)
          #expect(converted.undecodable == nil || replacements > 0)
          #expect((converted.undecodable?.firstOffset ?? 0) <= bytes.count)
        }
        for tolerance in [TextDecoder.Tolerance.none, .few, .any] {
          _ = try? TextDecoder.decode(bytes, tolerating: tolerance)
        }
      }
    }
  }
}
