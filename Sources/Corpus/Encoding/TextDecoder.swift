/// Turns the bytes of a file into text, or says where that fails.
///
/// A byte order mark decides; then zero bytes, which only UTF-16 has; then what is valid UTF-8, which
/// text in other encodings hardly ever is. What is left is tried in the encodings of Chinese text, the
/// declared one first, and is what reads like Chinese (``ChinesePlausibility``). That the bytes decode
/// is not enough: most bytes of Big5 decode as GB 18030.
///
/// The library uchardet does not know UTF-16 without a mark, and takes some short pieces of GB 18030 for
/// other encodings that this tells apart; so it is not used.
struct TextDecoder {
  /// A text and the encoding that it was stored in.
  struct Decoded {
    let text: String
    let encoding: TextEncoding
    /// The number of bytes that fit no encoding and were replaced by U+FFFD.
    var replacedCount = 0
    /// The offset of the first of these bytes.
    var firstReplaced: Int?
  }

  /// Why bytes could not be decoded.
  struct Failure: Error, Hashable {
    /// The encoding that they were taken for.
    let encoding: TextEncoding
    /// The offset of the first byte that does not fit it; `nil` if the C library cannot convert it.
    let byteOffset: Int?

    /// The reason why the file gave no report.
    var kind: ReadingError.Kind {
      byteOffset.map { .undecodable(encoding, byteOffset: $0) } ?? .missingConverter(encoding)
    }
  }

  /// Decodes bytes.
  ///
  /// - Parameters:
  ///   - bytes: The whole content of a file.
  ///   - declared: The encoding that something outside the bytes declares.
  ///   - isLossy: True to replace any number of bytes that do not fit; otherwise more than
  ///     ``mostReplacedShare`` of all bytes are an error.
  /// - Throws: The encoding that got furthest, and the offset of the first byte that does not fit it; or an
  ///   encoding that the bytes may have and the C library cannot convert, as nothing else tells then
  ///   which one they have.
  /// - Complexity: O(*n*).
  static func decode(
    _ bytes: UnsafeRawBufferPointer, declared: TextEncoding? = nil, isLossy: Bool = false
  ) throws(Failure) -> Decoded {
    for (mark, encoding) in marks where bytes.starts(with: mark) {
      return try decode(bytes, behind: mark.count, as: encoding, isLossy: isLossy)
    }
    if let encoding = encodingByZeroBytes(bytes) {
      return try decode(bytes, behind: 0, as: encoding, isLossy: isLossy)
    }
    if let text = String(validating: bytes, as: UTF8.self) {
      return Decoded(text: text, encoding: .utf8)
    }
    return try mostPlausible(
      bytes, declared: declared ?? EncodingDeclaration.encoding(in: bytes), isLossy: isLossy)
  }

  private static let marks: [([UInt8], TextEncoding)] = [
    ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian),
    ([0xFE, 0xFF], .utf16BigEndian),
  ]

  /// The encodings that are tried, the commonest first.
  private static let candidates: [TextEncoding] = [
    .utf8, .gb18030, .big5, .eucTaiwan, .utf16LittleEndian, .utf16BigEndian,
  ]

  private static func decode(
    _ bytes: UnsafeRawBufferPointer, behind markCount: Int, as encoding: TextEncoding, isLossy: Bool
  ) throws(Failure) -> Decoded {
    let content = UnsafeRawBufferPointer(rebasing: bytes[markCount...])
    if encoding == .utf8, let text = String(validating: content, as: UTF8.self) {
      return Decoded(text: text, encoding: .utf8)
    }
    let converted = try convert(content, from: encoding, replacing: true)
    let first = converted.firstUndecodable.map { $0 + markCount }
    if let first, !isLossy, !isTolerable(converted.replacedCount, of: bytes.count) {
      throw Failure(encoding: encoding, byteOffset: first)
    }
    return Decoded(
      text: converted.text, encoding: encoding, replacedCount: converted.replacedCount,
      firstReplaced: first)
  }

  /// The largest share of bytes that are replaced without a request: a damaged sector or a truncated
  /// character, not a wrong encoding.
  static let mostReplacedShare = 0.01

  private static func isTolerable(_ count: Int, of byteCount: Int) -> Bool {
    Double(count) <= Double(byteCount) * mostReplacedShare
  }

  private static func mostPlausible(
    _ bytes: UnsafeRawBufferPointer, declared: TextEncoding?, isLossy: Bool
  ) throws(Failure) -> Decoded {
    let usual = declared ?? .gb18030
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(sampleByteCount))
    let shares = try candidates.map { encoding throws(Failure) in
      let text = try convert(sample, from: encoding, replacing: false).text
      return (encoding: encoding, share: ChinesePlausibility(of: text).share)
    }
    // A list of names has few common characters. It is taken for what such files usually are.
    let order =
      shares.filter { $0.share >= ChinesePlausibility.certain }
      .sorted { $0.share > $1.share }.map(\.encoding) + [.utf8, usual]
      + shares.filter { $0.share >= ChinesePlausibility.possible && !$0.encoding.isUTF16 }
      .sorted { $0.share > $1.share }.map(\.encoding)
    var furthest = (encoding: TextEncoding.utf8, byteOffset: -1)
    for encoding in order {
      let converted = try convert(bytes, from: encoding, replacing: false)
      guard let offset = converted.firstUndecodable else {
        return Decoded(text: converted.text, encoding: encoding)
      }
      if offset > furthest.byteOffset { furthest = (encoding, offset) }
    }
    guard let decoded = try mostPlausibleWithLosses(bytes, isLossy: isLossy) else {
      throw Failure(encoding: furthest.encoding, byteOffset: furthest.byteOffset)
    }
    return decoded
  }

  /// How many bytes show what a text is.
  private static let sampleByteCount = 8192

  /// Returns the most plausible decoding in which bytes are replaced, or `nil` if each needs more
  /// replacements than are tolerable or is no Chinese text.
  ///
  /// - Parameter isLossy: True if any number of replacements is tolerable.
  private static func mostPlausibleWithLosses(
    _ bytes: UnsafeRawBufferPointer, isLossy: Bool
  ) throws(Failure) -> Decoded? {
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(sampleByteCount))
    var best: (decoded: Decoded, share: Double)?
    for encoding in candidates where !encoding.isUTF16 {
      if !isLossy {
        // Avoids converting large files that are no text.
        let replaced = try convert(sample, from: encoding, replacing: true).replacedCount
        guard replaced * 10 <= sample.count else { continue }
      }
      let converted = try convert(bytes, from: encoding, replacing: true)
      let share = ChinesePlausibility(of: converted.text).share
      guard
        isLossy
          || isTolerable(converted.replacedCount, of: bytes.count)
            && (encoding == .utf8 || share >= ChinesePlausibility.possible)
      else { continue }
      if let best, (best.share, -best.decoded.replacedCount) >= (share, -converted.replacedCount) {
        continue
      }
      best = (
        Decoded(
          text: converted.text, encoding: encoding, replacedCount: converted.replacedCount,
          firstReplaced: converted.firstUndecodable), share
      )
    }
    return best?.decoded
  }

  private static func convert(
    _ bytes: UnsafeRawBufferPointer, from encoding: TextEncoding, replacing: Bool
  ) throws(Failure) -> CharacterConverter.Converted {
    do throws(CharacterConverter.Missing) {
      return try CharacterConverter.convert(bytes, from: encoding, replacing: replacing)
    } catch {
      throw Failure(encoding: error.encoding, byteOffset: nil)
    }
  }

  /// UTF-16 by its zero bytes: every second byte of its ASCII characters is one. No other text has
  /// zero bytes in such a number. Pairs with 0x30 do not count: they are a digit one way round, and a
  /// full-width space the other.
  private static func encodingByZeroBytes(_ bytes: UnsafeRawBufferPointer) -> TextEncoding? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let sample = bytes.prefix(4096)
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
