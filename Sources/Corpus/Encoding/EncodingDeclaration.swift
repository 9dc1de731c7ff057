/// The encoding that a page or an XML file declares.
///
/// Examples: `<meta charset="gb2312">`, `<?xml version="1.0" encoding="Big5"?>`.
///
/// Declarations are often wrong, because pages were converted without updating them. They are used
/// only if the bytes are ambiguous.
enum EncodingDeclaration {
  /// Returns the first supported encoding that is declared in the first 2,048 bytes of a file.
  static func encoding(in bytes: UnsafeRawBufferPointer) -> TextEncoding? {
    let head = String(
      decoding: bytes.prefix(searchedByteCount).lazy.map { $0 | 0x20 }, as: ASCII.self)
    for label in ["charset=", "encoding="] {
      var rest = head[...]
      while let place = rest.firstRange(of: label) {
        rest = rest[place.upperBound...]
        let name = rest.drop { quotes.contains($0) }.prefix { nameCharacters.contains($0) }
        if let encoding = TextEncoding(declared: String(name)) { return encoding }
      }
    }
    return nil
  }

  private typealias ASCII = Unicode.ASCII
  private static let searchedByteCount = 2048
  /// Quotation marks and spaces, after setting bit 5.
  private static let quotes: Set<Character> = ["\"", "'", " "]
  private static let nameCharacters = Set("abcdefghijklmnopqrstuvwxyz0123456789-_\u{7F}")
}
