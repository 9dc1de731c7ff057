import Foundation

/// Extracts the page from a web archive (MHTML). This is a mail message whose parts are the page
/// and its images, as browsers and Word save it.
///
/// ```
/// MIME-Version: 1.0
/// Content-Type: multipart/related; boundary="----=_NextPart"; type="text/html"
///
/// ------=_NextPart
/// Content-Type: text/html; charset="gb2312"
/// Content-Transfer-Encoding: quoted-printable
///
/// <p>=BF=D8=EA=A1=B1=A3=D1=A7</p>
/// ```
enum WebArchiveReader {
  /// Returns true if the header fields are those of a web archive.
  static func isWebArchive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let message = withoutBlanks(bytes)
    // Fields begin with a name in ASCII letters, so that the first byte rules out most other files.
    guard let first = message.first, (0x61...0x7A).contains(first | 0x20) else { return false }
    let (fields, _) = MessageFields.read(message.prefix(mostBytesOfHeader))
    return fields["mime-version"] != nil && fields.contentType?.type.hasPrefix("multipart/") == true
  }

  private static let mostBytesOfHeader = 16_000

  /// Skips a byte order mark, or blank lines above the header.
  private static func withoutBlanks(
    _ bytes: UnsafeRawBufferPointer
  ) -> Slice<UnsafeRawBufferPointer> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes.drop { $0 <= 0x20 }
  }

  /// The page of an archive.
  struct Page: Hashable, Sendable {
    /// The HTML in its original encoding.
    let bytes: [UInt8]
    /// The character encoding that the archive declares for the page, if any.
    let charset: String?
  }

  /// Returns the page: the part that the archive names as its start, else the first HTML part.
  ///
  /// - Throws: `unparsable` if no part is a page, or if its content cannot be decoded.
  static func page(
    of bytes: UnsafeRawBufferPointer
  ) throws(ReadingError.Kind) -> Page {
    let part = MessagePart(withoutBlanks(bytes))
    guard let page = page(in: part, start: part.contentType?.parameters["start"], depth: 0),
      let content = page.decoded
    else { throw .unparsable(.mht) }
    return Page(bytes: content, charset: page.contentType?.parameters["charset"])
  }

  /// The maximum depth of nested parts.
  private static let mostDepth = 8

  private static func page(in part: MessagePart, start: String?, depth: Int) -> MessagePart? {
    let type = part.contentType?.type ?? "text/plain"
    if type == "text/html" || type == "application/xhtml+xml" { return part }
    guard type.hasPrefix("multipart/"), depth < mostDepth,
      let boundary = part.contentType?.parameters["boundary"]
    else { return nil }
    let parts = part.parts(boundary: boundary)
    let root = parts.first { start != nil && $0.fields["content-id"] == start }
    return ([root].compactMap(\.self) + parts).lazy
      .compactMap { page(in: $0, start: start, depth: depth + 1) }.first
  }
}
