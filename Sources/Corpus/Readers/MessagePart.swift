import Foundation

/// A part of a mail message (MIME): its header fields and its encoded content.
struct MessagePart {
  /// The header fields.
  let fields: MessageFields
  private let content: Slice<UnsafeRawBufferPointer>

  /// Parses the header of a part.
  ///
  /// - Parameter bytes: The part. The memory must outlive this value.
  init(_ bytes: Slice<UnsafeRawBufferPointer>) {
    let end: Int
    (fields, end) = MessageFields.read(bytes)
    content = bytes[end...]
  }

  /// The content type.
  var contentType: MessageFields.ContentType? { fields.contentType }

  /// Returns the parts of the content between boundary lines, which begin with `--` and the
  /// boundary. Text before the first boundary is ignored. A part without a closing boundary ends
  /// with the message.
  ///
  /// - Complexity: O(*n*).
  func parts(boundary: String) -> [MessagePart] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [MessagePart] = []
    var start: Int?
    var line = content.startIndex
    while line < content.endIndex {
      let end = content[line...].firstIndex(of: 0x0A).map { $0 + 1 } ?? content.endIndex
      if content[line..<end].starts(with: mark) {
        let rest = content[(line + mark.count)..<end]
        let isLast = rest.starts(with: [0x2D, 0x2D])
        if isLast || rest.allSatisfy({ $0 <= 0x20 }) {
          if let start { parts.append(MessagePart(content[start..<line])) }
          start = isLast ? nil : end
          if isLast { break }
        }
      }
      line = end
    }
    if let start { parts.append(MessagePart(content[start...])) }
    return parts
  }

  /// The content after decoding its transfer encoding, or `nil` if Base64 data are invalid.
  var decoded: [UInt8]? {
    switch fields["content-transfer-encoding"]?.lowercased() {
    case "quoted-printable": fromQuotedPrintable
    case "base64":
      Data(base64Encoded: Data(content), options: .ignoreUnknownCharacters).map { Array($0) }
    default: Array(content)
    }
  }

  /// The content after decoding quoted-printable: `=BF`, and soft line breaks after `=`.
  private var fromQuotedPrintable: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count)
    var index = content.startIndex
    while index < content.endIndex {
      let byte = content[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        bytes.append(byte)
        continue
      }
      if index + 1 < content.endIndex, let high = Self.digit(content[index]),
        let low = Self.digit(content[index + 1])
      {
        bytes.append(high << 4 | low)
        index += 2
        continue
      }
      // White space may have been added after the sign in transit.
      var end = index
      while end < content.endIndex, content[end] == 0x20 || content[end] == 0x09 { end += 1 }
      if end < content.endIndex, content[end] == 0x0D { end += 1 }
      if end == content.endIndex {
        index = end
      } else if content[end] == 0x0A {
        index = end + 1
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 0x37
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 0x57
    default: nil
    }
  }
}

/// The header fields of a mail message or of one of its parts.
struct MessageFields {
  /// The values by lower-case name. Of several fields with one name, the first is kept.
  private var values: [String: String] = [:]

  /// Returns the value of a field, given its lower-case name.
  subscript(name: String) -> String? { values[name] }

  /// Parses fields up to the empty line that follows them. Lines that begin with white space
  /// continue the previous field.
  ///
  /// - Returns: The fields, and the index at which the content begins.
  static func read(_ bytes: Slice<UnsafeRawBufferPointer>) -> (MessageFields, contentStart: Int) {
    var fields = MessageFields()
    var field = ""
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[start..<end]
      if line.last == 0x0D { line = line.dropLast() }
      start = min(end + 1, bytes.endIndex)
      if line.isEmpty { break }
      let text = String(decoding: line, as: UTF8.self)
      if line.first == 0x20 || line.first == 0x09 {
        field += text
      } else {
        fields.add(field)
        field = text
      }
    }
    fields.add(field)
    return (fields, start)
  }

  private mutating func add(_ field: String) {
    guard let colon = field.firstIndex(of: ":") else { return }
    let name = field[..<colon].lowercased()
    if values[name] == nil {
      values[name] = field[field.index(after: colon)...].trimmingCharacters(in: .whitespaces)
    }
  }

  /// A content type: `text/html; charset="gb2312"`.
  struct ContentType {
    /// The media type in lower case.
    let type: String
    /// The parameters by lower-case name, without quotation marks.
    let parameters: [String: String]
  }

  /// The parsed `Content-Type` field, or `nil` if there is none.
  var contentType: ContentType? {
    guard let value = values["content-type"] else { return nil }
    var pieces = [""]
    var isQuoted = false
    for character in value {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted {
        pieces.append("")
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    var parameters: [String: String] = [:]
    for piece in pieces.dropFirst() {
      guard let sign = piece.firstIndex(of: "=") else { continue }
      let name = piece[..<sign].trimmingCharacters(in: .whitespaces).lowercased()
      let value = piece[piece.index(after: sign)...].trimmingCharacters(in: .whitespaces)
      parameters[name] = value.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
    }
    return ContentType(
      type: pieces[0].trimmingCharacters(in: .whitespaces).lowercased(), parameters: parameters)
  }
}
