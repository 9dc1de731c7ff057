/// The encoding that a page or an XML file says it is stored in: `<meta charset="gb2312">`,
/// `<?xml version="1.0" encoding="Big5"?>`.
///
/// Declarations are often wrong: pages were converted, and their heads were not. One decides only
/// where the bytes leave a choice.
enum EncodingDeclaration {
  /// Returns the first encoding that is declared in the first bytes of a file and that is known.
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
  /// Quotation marks, and blanks, as they look with bit 5 set.
  private static let quotes: Set<Character> = ["\"", "'", " "]
  private static let nameCharacters = Set("abcdefghijklmnopqrstuvwxyz0123456789-_\u{7F}")
}
