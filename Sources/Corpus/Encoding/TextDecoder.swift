/// Decodes the bytes of a file to text, or reports why that is not possible.
///
/// A byte order mark decides. Without one, zero bytes indicate UTF-16 or UTF-32, and valid UTF-8 is
/// taken as UTF-8, because text in other encodings is hardly ever valid UTF-8. Other bytes are
/// decoded in the encodings of Chinese text. The encoding with the most plausible text wins, if
/// that text looks like Chinese (``ChinesePlausibility``). Validity alone is not enough, because
/// most bytes of Big5 can be decoded as GB 18030. Text that was garbled before it was stored is
/// repaired (``MojibakeRepair``).
///
/// The library uchardet is not used. It does not recognize UTF-16 without a byte order mark, and it
/// misjudges some short texts in GB 18030.
struct TextDecoder {
  /// A text and the encoding of its bytes.
  struct Decoded {
    let text: String
    let encoding: TextEncoding
    /// The undecodable bytes, which are U+FFFD in the text; `nil` if there are none.
    var undecodable: UndecodableBytes?
    /// The number of bytes that an earlier wrong decoding lost, for which the text has U+FFFD, too.
    /// They have no offset in the file.
    var lostByteCount = 0
  }

  /// The number of undecodable bytes that is accepted.
  enum Tolerance {
    /// None.
    case none
    /// At most 1% of the bytes of the file.
    case few
    /// Any number.
    case any

    fileprivate func allows(_ count: Int, of byteCount: Int) -> Bool {
      switch self {
      case .none: count == 0
      case .few: count * 100 <= byteCount
      case .any: true
      }
    }
  }

  /// The reason why bytes could not be decoded.
  enum Failure: Error, Hashable {
    /// Some bytes are invalid in the most plausible encoding.
    case undecodable(TextEncoding, byteOffset: Int)
    /// All bytes can be decoded, but the text does not look like Chinese in any encoding.
    case unrecognized
    /// The text was decoded in a wrong encoding and stored again, which lost characters. The value
    /// is the line of the first one, from 1.
    case garbled(lineNumber: Int)
  }

  /// Decodes bytes.
  ///
  /// - Parameters:
  ///   - bytes: The whole content of a file.
  ///   - declared: The encoding that is declared outside the bytes.
  ///   - tolerance: The number of bytes that may be replaced by U+FFFD.
  /// - Complexity: O(*n*).
  static func decode(
    _ bytes: UnsafeRawBufferPointer, declared: TextEncoding? = nil,
    tolerating tolerance: Tolerance = .none
  ) throws(Failure) -> Decoded {
    let decoded: Decoded
    if let (mark, encoding) = marks.first(where: { bytes.starts(with: $0.0) }) {
      decoded = decode(bytes, after: mark.count, as: encoding)
    } else if let encoding = encodingByZeroBytes(bytes) {
      decoded = decode(bytes, as: encoding)
    } else if let text = String(validating: bytes, as: UTF8.self) {
      decoded = Decoded(text: text, encoding: .utf8)
    } else {
      decoded = try mostPlausible(
        bytes, declared: declared ?? EncodingDeclaration.encoding(in: bytes), tolerating: tolerance)
    }
    guard tolerance.allows(decoded.undecodable?.count ?? 0, of: bytes.count) else {
      throw .undecodable(decoded.encoding, byteOffset: decoded.undecodable!.firstOffset)
    }
    return try repaired(decoded, byteCount: bytes.count, tolerating: tolerance)
  }

  /// UTF-32 comes first, because its little-endian mark begins with that of UTF-16.
  private static let marks: [([UInt8], TextEncoding)] = [
    ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE, 0, 0], .utf32LittleEndian),
    ([0, 0, 0xFE, 0xFF], .utf32BigEndian), ([0xFF, 0xFE], .utf16LittleEndian),
    ([0xFE, 0xFF], .utf16BigEndian),
  ]

  private static func decode(
    _ bytes: UnsafeRawBufferPointer, after markCount: Int = 0, as encoding: TextEncoding
  ) -> Decoded {
    let content = UnsafeRawBufferPointer(rebasing: bytes[markCount...])
    let converted = CharacterConverter.convert(content, from: encoding)
    var undecodable = converted.undecodable
    undecodable?.firstOffset += markCount
    return Decoded(text: converted.text, encoding: encoding, undecodable: undecodable)
  }

  private static func repaired(
    _ decoded: Decoded, byteCount: Int, tolerating tolerance: Tolerance
  ) throws(Failure) -> Decoded {
    guard let repaired = MojibakeRepair.repaired(decoded.text) else { return decoded }
    if let line = repaired.firstLossLine {
      let count = (decoded.undecodable?.count ?? 0) + repaired.lostByteCount
      guard tolerance.allows(count, of: byteCount) else { throw .garbled(lineNumber: line) }
    }
    return Decoded(
      text: repaired.text, encoding: decoded.encoding, undecodable: decoded.undecodable,
      lostByteCount: repaired.lostByteCount)
  }

  // MARK: - Recognizing the encoding

  /// The candidate encodings, the most common first.
  private static let candidates: [TextEncoding] = [
    .utf8, .gb18030, .big5, .eucTaiwan, .utf16LittleEndian, .utf16BigEndian,
  ]

  private static func mostPlausible(
    _ bytes: UnsafeRawBufferPointer, declared: TextEncoding?, tolerating tolerance: Tolerance
  ) throws(Failure) -> Decoded {
    var best: (encoding: TextEncoding, rank: Double)?
    for encoding in candidates where !encoding.isWide || bytes.count.isMultiple(of: 2) {
      let rank = rank(of: encoding, for: bytes, isDeclared: encoding == declared)
      if let rank, rank > best?.rank ?? -1 { best = (encoding, rank) }
    }
    // UTF-8 always has a rank, so `best` is not `nil`.
    let decoded = decode(bytes, as: best!.encoding)
    let plausibility = ChinesePlausibility(of: decoded.text)
    let isProven = best!.rank >= provenRank
    guard plausibility.isPlausible || isProven else {
      guard let undecodable = decoded.undecodable, tolerance != .any else { throw .unrecognized }
      throw .undecodable(decoded.encoding, byteOffset: undecodable.firstOffset)
    }
    return decoded
  }

  /// The rank of an encoding that is accepted even if its text does not look like Chinese.
  private static let provenRank = 2.0

  /// Returns a rank that increases with the likelihood of an encoding, or `nil` if the encoding is
  /// ruled out.
  private static func rank(
    of encoding: TextEncoding, for bytes: UnsafeRawBufferPointer, isDeclared: Bool
  ) -> Double? {
    let sample = sample(of: bytes, for: encoding)
    let converted = CharacterConverter.convert(sample, from: encoding)
    let plausibility = ChinesePlausibility(of: converted.text)
    // Bytes of other encodings are valid UTF-16 code units, too.
    if encoding.isWide, plausibility.count < 4 || plausibility.quality < 0.7 { return nil }
    // The sample may end within a character.
    let isBroken = converted.undecodable.map { $0.firstOffset < sample.count - 4 } ?? false
    if encoding == .utf8, let undecodable = converted.undecodable {
      let count = sample.lazy.filter { $0 >= 0x80 }.count
      if undecodable.count * 10 < count { return provenRank }
    }
    // Three characters prove nothing. The declaration decides; without one, GB 18030 is preferred.
    if isDeclared, !isBroken, plausibility.count <= 3 { return provenRank }
    var rank = plausibility.qualityWithReplacements + (isDeclared ? 0.1 : 0) - (isBroken ? 0.1 : 0)
    if encoding == .gb18030, plausibility.count <= 3 { rank += 0.3 }
    return rank
  }

  /// Returns the bytes by which an encoding is judged. They begin with the first non-ASCII byte and
  /// contain at most 8,192 such bytes. For UTF-16 and UTF-32, they are the first 8,192 bytes.
  private static func sample(
    of bytes: UnsafeRawBufferPointer, for encoding: TextEncoding
  ) -> UnsafeRawBufferPointer {
    guard !encoding.isWide else { return UnsafeRawBufferPointer(rebasing: bytes.prefix(8192)) }
    let start = bytes.firstIndex { $0 >= 0x80 } ?? 0
    var (end, count) = (start, 0)
    while end < bytes.count, count < 8192 {
      if bytes[end] >= 0x80 { count += 1 }
      end += 1
    }
    return UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  /// Recognizes UTF-16 and UTF-32 without a byte order mark.
  ///
  /// Bytes are UTF-32 if a sample decodes without error. In UTF-16, every ASCII character has a
  /// zero byte; no other text has so many. Pairs with the byte 30 do not count, because they are a
  /// digit in one byte order and an ideographic space in the other.
  private static func encodingByZeroBytes(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(4096))
    if bytes.count.isMultiple(of: 4), sample.count >= 8 {
      for encoding in [TextEncoding.utf32LittleEndian, .utf32BigEndian] {
        if CharacterConverter.convert(sample, from: encoding).undecodable == nil { return encoding }
      }
    }
    var zerosFirst = 0
    var zerosSecond = 0
    for place in stride(from: 0, to: sample.count, by: 2) {
      let (first, second) = (sample[place], sample[place + 1])
      if first == 0, second < 0x80, second != 0x30 { zerosFirst += 1 }
      if second == 0, first < 0x80, first != 0x30 { zerosSecond += 1 }
    }
    let many = max(sample.count / 16, 4)
    if zerosSecond > many, zerosFirst * 20 < zerosSecond { return .utf16LittleEndian }
    if zerosFirst > many, zerosSecond * 20 < zerosFirst { return .utf16BigEndian }
    return nil
  }
}
