/// Repairs text that was decoded in a wrong encoding and saved again (mojibake).
///
/// | Stored text | Wrong decoding                  | Text |
/// |-------------|---------------------------------|------|
/// | `涓婃捣`     | UTF-8 as GBK                    | 上海 |
/// | `ä¸Šæµ·`     | UTF-8 as Windows code page 1252 | 上海 |
/// | `ÉÏº£`      | GBK as Latin-1                  | 上海 |
/// | `奻漆`       | GBK as Big5                     | 上海 |
///
/// The text is examined by segments, which are lines or parts of lines between tags. A segment that
/// does not look like Chinese is encoded in each encoding in which it may have been decoded, and
/// the bytes are decoded in each encoding in which they may have been stored. The result is
/// accepted if it looks like Chinese. After a segment has proven such a pair of encodings, shorter
/// segments are tried with the same pair.
struct MojibakeRepair {
  /// A repaired text.
  struct Repaired {
    let text: String
    /// The number of bytes that the wrong decoding lost. Each is U+FFFD in the text.
    let lostByteCount: Int
    /// The number, from 1, of the first line with such bytes. A repair keeps the line ends, so that
    /// the number is that of the stored text.
    let firstLossLine: Int?
  }

  /// Returns the text before its wrong decoding, or `nil` if no part of it was decoded wrongly.
  ///
  /// - Complexity: O(*n*).
  static func repaired(_ text: String) -> Repaired? {
    var result: Repaired?
    // A text that was garbled twice is repaired twice.
    for _ in 0..<3 {
      guard let next = repairedOnce(result?.text ?? text) else { break }
      result = Repaired(
        text: next.text, lostByteCount: (result?.lostByteCount ?? 0) + next.lostByteCount,
        firstLossLine: [result?.firstLossLine, next.firstLossLine].compactMap(\.self).min())
    }
    return result
  }

  private static func repairedOnce(_ text: String) -> Repaired? {
    var text = text
    return text.withUTF8 { bytes in
      var routes: Set<Route> = []
      for segment in segments(of: bytes, below: 0.6) {
        let stored = Segment(bytes[segment.range], segment.plausibility)
        if let attempt = stored.attempts(Route.all).first(where: \.isProof) {
          routes.insert(attempt.route)
        }
      }
      guard !routes.isEmpty else { return nil }
      let ordered = Route.all.filter(routes.contains)
      var repaired: [UInt8] = []
      repaired.reserveCapacity(bytes.count)
      var (end, lost) = (0, 0)
      var firstLoss: Int?
      for segment in segments(of: bytes, below: 1) {
        let stored = Segment(bytes[segment.range], segment.plausibility)
        guard let attempt = stored.attempts(ordered).first(where: \.isLikely) else { continue }
        repaired.append(contentsOf: bytes[end..<segment.range.lowerBound])
        repaired.append(contentsOf: attempt.text.utf8)
        end = segment.range.upperBound
        lost += attempt.lostByteCount
        if attempt.lostByteCount > 0, firstLoss == nil { firstLoss = segment.range.lowerBound }
      }
      repaired.append(contentsOf: bytes[end...])
      return Repaired(
        text: String(decoding: repaired, as: UTF8.self), lostByteCount: lost,
        firstLossLine: firstLoss.map { offset in
          bytes[..<offset].lazy.filter { $0 == UInt8(ascii: "\n") }.count + 1
        })
    }
  }

  /// Returns the segments that contain non-ASCII characters and whose quality is below a limit.
  private static func segments(
    of bytes: UnsafeBufferPointer<UInt8>, below limit: Double
  ) -> [(range: Range<Int>, plausibility: ChinesePlausibility)] {
    var segments: [(range: Range<Int>, plausibility: ChinesePlausibility)] = []
    let weights = ChinesePlausibility.weights
    var plausibility = ChinesePlausibility()
    var (start, offset) = (0, 0)
    func close() {
      if plausibility.count > 0, plausibility.quality < limit {
        segments.append((start..<offset, plausibility))
      }
      plausibility = ChinesePlausibility()
    }
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte < 0x80 {
        // These are not trail bytes in any of the encodings.
        if byte < 0x40, byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x3C || byte == 0x3E
        {
          close()
          start = offset &+ 1
        }
        offset &+= 1
      } else if byte < 0xE0 {
        plausibility.add(UInt32(byte & 0x1F) << 6 | UInt32(bytes[offset &+ 1] & 0x3F), weights)
        offset &+= 2
      } else if byte < 0xF0 {
        let scalar =
          UInt32(byte & 0xF) << 12 | UInt32(bytes[offset &+ 1] & 0x3F) << 6
          | UInt32(bytes[offset &+ 2] & 0x3F)
        plausibility.add(scalar, weights)
        offset &+= 3
      } else {
        plausibility.add(0x10000, weights)
        offset &+= 4
      }
    }
    close()
    return segments
  }

  // MARK: - Routes

  /// The wrong encoding in which bytes were decoded, and the right one in which they were stored.
  private struct Route: Hashable {
    let wrong: SingleEncoding
    let right: TextEncoding

    /// All routes, the most common first.
    static let all: [Route] = [
      Route(wrong: .gbk, right: .utf8), Route(wrong: .windows1252, right: .utf8),
      Route(wrong: .windows1252, right: .gb18030), Route(wrong: .windows1252, right: .big5),
      Route(wrong: .big5, right: .utf8), Route(wrong: .big5, right: .gb18030),
      Route(wrong: .gbk, right: .big5),
    ]
  }

  private struct Segment {
    let bytes: Slice<UnsafeBufferPointer<UInt8>>
    let plausibility: ChinesePlausibility

    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ plausibility: ChinesePlausibility) {
      self.bytes = bytes
      self.plausibility = plausibility
    }

    func attempts(_ routes: [Route]) -> some Sequence<Attempt> {
      routes.lazy.compactMap { Attempt(self, $0) }
    }
  }

  /// A segment repaired by a route.
  private struct Attempt {
    let route: Route
    let text: String
    let lostByteCount: Int
    let byteCount: Int
    let before: ChinesePlausibility
    let after: ChinesePlausibility

    init?(_ segment: Segment, _ route: Route) {
      guard let bytes = route.wrong.bytes(of: segment.bytes) else { return nil }
      let converted = bytes.withUnsafeBytes { CharacterConverter.convert($0, from: route.right) }
      self.route = route
      text = converted.text
      lostByteCount = converted.undecodable?.count ?? 0
      byteCount = bytes.lazy.filter { $0 >= 0x80 }.count
      before = segment.plausibility
      after = ChinesePlausibility(of: text)
    }

    /// True if the segment alone proves the route. Valid UTF-8 hardly arises by chance. Successful
    /// decoding in another encoding proves little, so that the text must look much better.
    var isProof: Bool {
      switch (route.wrong, route.right) {
      case (.windows1252, .utf8) where lostByteCount == 0 && after.count >= 4: true
      case (_, .utf8): after.count >= 2 && after.quality >= 0.5 && lostByteCount * 4 <= byteCount
      case (.windows1252, _):
        after.count >= 4 && after.quality >= 0.65 && lostByteCount * 20 <= byteCount
      default:
        // Cyrillic and kana of one encoding are common Han characters of the other.
        after.count >= 8 && after.quality >= max(0.7, before.quality + 0.3)
          && lostByteCount * 20 <= byteCount && before.hanCount * 2 >= before.count
      }
    }

    /// True if the repair is accepted after another segment of the text has proven the route.
    var isLikely: Bool {
      if isProof { return true }
      guard after.count > 0 else { return false }
      if route.right == .utf8, lostByteCount == 0 { return true }
      guard after.quality >= 0.3, after.quality >= before.quality else { return false }
      return route.right == .utf8 ? lostByteCount * 2 <= byteCount : lostByteCount == 0
    }
  }

  /// The encodings in which Chinese text is commonly decoded wrongly.
  private enum SingleEncoding: Hashable {
    case gbk
    case big5
    case windows1252

    /// Returns the bytes from which UTF-8 text was decoded, with FF for lost bytes. Returns `nil`
    /// if more than about one in ten of the non-ASCII characters is not in the encoding.
    func bytes(of text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8]? {
      let limit = text.count / 30
      var missing = 0
      var bytes: [UInt8] = []
      bytes.reserveCapacity(text.count)
      var offset = text.startIndex
      while offset < text.endIndex {
        let byte = text[offset]
        guard byte >= 0x80 else {
          bytes.append(byte)
          offset += 1
          continue
        }
        let count = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        var packed: UInt32 = 0
        for place in 0..<count { packed |= UInt32(text[offset + place]) << UInt32(8 * place) }
        offset += count
        let code = codes[PackedUTF8(bytes: packed)]
        if let code {
          if code > 0xFF { bytes.append(UInt8(code >> 8)) }
          bytes.append(UInt8(code & 0xFF))
        } else {
          bytes.append(0xFF)
          if packed != PackedUTF8(0xFFFD).bytes { missing += 1 }
          if missing > limit { return nil }
        }
      }
      return bytes
    }

    private var codes: [PackedUTF8: UInt16] {
      switch self {
      case .gbk: Self.gbkCodes
      case .big5: Self.big5Codes
      case .windows1252: Self.windows1252Codes
      }
    }

    private static let gbkCodes: [PackedUTF8: UInt16] = {
      var codes = Self.codes(of: .gb18030Pairs)
      // Windows decodes byte 80 in GBK as the euro sign.
      codes[PackedUTF8(0x20AC)] = 0x80
      return codes
    }()

    private static let big5Codes = Self.codes(of: .big5)

    private static func codes(of table: CharacterTable) -> [PackedUTF8: UInt16] {
      var codes: [PackedUTF8: UInt16] = [:]
      codes.reserveCapacity(table.characters.count)
      for lead in 0x81...0xFE {
        for trail in 0x40...0xFE {
          let character = table.characters[CharacterTable.pairIndex(lead, trail)]
          if character != .none { codes[character] = UInt16(lead << 8 | trail) }
        }
      }
      return codes
    }

    /// Latin-1, with the characters of Windows code page 1252 in place of control characters.
    private static let windows1252Codes: [PackedUTF8: UInt16] = {
      var codes: [PackedUTF8: UInt16] = [:]
      for code in 0x80...0xFF { codes[PackedUTF8(UInt32(code))] = UInt16(code) }
      let windows: [UInt16: UInt32] = [
        0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020,
        0x87: 0x2021, 0x88: 0x02C6, 0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152,
        0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C, 0x94: 0x201D, 0x95: 0x2022,
        0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
        0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
      ]
      for (code, scalar) in windows { codes[PackedUTF8(scalar)] = code }
      return codes
    }()
  }
}
