import CXML

/// Decodes the character references of HTML in plain text: `&nbsp;`, `&ldquo;`, `&#25511;`,
/// `&#x63A7;`.
///
/// Text copied from the source of a web page contains them. A reference that the text mentions
/// instead of using stays as it is:
///
/// | Text                          | Decoded                                     |
/// |-------------------------------|---------------------------------------------|
/// | `控辍&nbsp;保学`               | yes                                         |
/// | `&amp;ldquo;双减&amp;rdquo;`   | yes: it was escaped twice                   |
/// | `空格写作“&nbsp;”`              | no: it is alone between marks               |
/// | `&lt; 表示小于号`               | no: it is explained                         |
/// | `HTML 实体 &lt; 和 &gt;`        | no: the line is about markup                |
/// | `?a=1&copy=2`                 | no: without a semicolon it is an address    |
///
/// If at least half of the references of a text are mentioned, all of them stay.
enum CharacterReferences {
  /// Returns the text with its references decoded.
  ///
  /// Line ends and control characters stay escaped, so that line numbers do not change.
  ///
  /// - Complexity: O(*n*).
  static func decoded(_ text: String) -> String {
    guard text.containsByte(UInt8(ascii: "&")) else { return text }
    var text = text
    return text.withUTF8 { bytes in
      let references = references(in: bytes)
      guard !references.isEmpty, references.count(where: \.isMentioned) * 2 < references.count
      else { return String(decoding: bytes, as: UTF8.self) }
      var decoded: [UInt8] = []
      decoded.reserveCapacity(bytes.count)
      var place = 0
      for reference in references where !reference.isMentioned {
        decoded += bytes[place..<reference.range.lowerBound]
        decoded += UTF8.encode(reference.scalar)!
        place = reference.range.upperBound
      }
      decoded += bytes[place...]
      return String(decoding: decoded, as: UTF8.self)
    }
  }

  private struct Reference {
    let range: Range<Int>
    let scalar: Unicode.Scalar
    var isMentioned = false
  }

  private static func references(in bytes: UnsafeBufferPointer<UInt8>) -> [Reference] {
    var references: [Reference] = []
    var line = 0..<0
    var isAboutMarkup = false
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "&")) {
      place = start + 1
      guard var reference = reference(in: bytes, at: start) else { continue }
      place = reference.range.upperBound
      if start >= line.upperBound {
        line = lineRange(in: bytes, around: start)
        isAboutMarkup = Self.isAboutMarkup(bytes[line])
      }
      reference.isMentioned = isAboutMarkup || isMentioned(reference, in: bytes)
      references.append(reference)
    }
    return references
  }

  /// Parses the reference at an `&`. If `&amp;` precedes a reference name, the text was escaped
  /// twice, and the escaped reference is returned.
  private static func reference(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> Reference? {
    let limit = min(start + longest, bytes.count)
    guard let end = bytes[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = bytes[(start + 1)..<end]
    guard let scalar = scalar(of: name) else { return nil }
    if scalar == "&", let inner = inner(in: bytes, after: end) {
      return Reference(range: start..<inner.range.upperBound, scalar: inner.scalar)
    }
    return Reference(range: start..<(end + 1), scalar: scalar)
  }

  private static func inner(
    in bytes: UnsafeBufferPointer<UInt8>, after end: Int
  ) -> Reference? {
    let limit = min(end + longest, bytes.count)
    guard let last = bytes[(end + 1)..<limit].firstIndex(of: UInt8(ascii: ";")),
      let scalar = scalar(of: bytes[(end + 1)..<last])
    else { return nil }
    return Reference(range: end..<(last + 1), scalar: scalar)
  }

  /// The number of bytes of the longest reference: `&thetasym;`, `&#x10FFFF;`.
  private static let longest = 12

  private static func scalar(of name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    guard let first = name.first, name.allSatisfy({ isNameByte($0) }) else { return nil }
    if first != UInt8(ascii: "#") {
      let description = String(decoding: name, as: UTF8.self).withCString { name in
        name.withMemoryRebound(to: UInt8.self, capacity: 1) { htmlEntityLookup($0) }
      }
      return description.flatMap { Unicode.Scalar($0.pointee.value) }
    }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first.map { $0 | 0x20 == UInt8(ascii: "x") } ?? false
    let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(number, radix: isHexadecimal ? 16 : 10) else { return nil }
    // Like browsers, take these numbers as bytes of Windows-1252.
    let mapped = (0x80...0x9F).contains(value) ? windows1252[Int(value) - 0x80] : value
    guard mapped >= 0x20, mapped != 0x7F, mapped != 0x2028, mapped != 0x2029 else { return nil }
    return Unicode.Scalar(mapped)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "#") || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// The characters of bytes 80 to 9F in Windows-1252; 0 where there is none.
  private static let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  // MARK: Mentioned references

  private static func lineRange(
    in bytes: UnsafeBufferPointer<UInt8>, around place: Int
  ) -> Range<Int> {
    let start = bytes[..<place].lastIndex { $0 == 0x0A || $0 == 0x0D }.map { $0 + 1 } ?? 0
    return start..<(bytes[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count)
  }

  private static func isAboutMarkup(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    // A longer line is an article, even if it contains such a word.
    guard line.count <= 600 else { return false }
    let text = String(decoding: line, as: UTF8.self)
    return text.contains("HTML") || text.contains("html") && !text.contains(".html")
      || markupWords.contains { text.contains($0) }
  }

  private static let markupWords = [
    "XML", "字符实体", "实体字符", "实体引用", "实体符号", "字符引用", "转义", "网页代码", "标记语言",
  ]

  /// Returns true if a reference is alone between marks, or is explained at the start of a clause.
  /// White space between brackets is a blank to fill in.
  private static func isMentioned(
    _ reference: Reference, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let before = bytes[..<reference.range.lowerBound]
    let after = bytes[reference.range.upperBound...]
    let marks =
      reference.scalar.properties.isWhitespace ? quotationMarks : quotationMarks + brackets
    if marks.contains(where: { before.suffix($0.count).elementsEqual($0) && after.starts(with: $1) }
    ) {
      return true
    }
    let opensClause =
      before.last.map { $0 <= 0x20 } ?? true
      || clauseMarks.contains { before.suffix($0.count).elementsEqual($0) }
    let rest = after.drop { $0 == 0x20 }
    return opensClause && explanations.contains { rest.starts(with: $0) }
  }

  private static let quotationMarks = [
    ("“", "”"), ("‘", "’"), ("「", "」"), ("『", "』"), ("`", "`"), ("\"", "\""), ("'", "'"),
    ("<code>", "</code>"),
  ].map { (Array($0.utf8), Array($1.utf8)) }
  private static let brackets = [("（", "）"), ("(", ")"), ("【", "】")].map {
    (Array($0.utf8), Array($1.utf8))
  }
  private static let clauseMarks = ["，", "。", "；", "、", "：", "用", "以"].map { Array($0.utf8) }
  private static let explanations = ["表示", "代表", "对应", "显示为", "称为", "是指"].map { Array($0.utf8) }
}
