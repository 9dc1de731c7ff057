/// A character encoding that texts are stored in.
public enum TextEncoding: String, Hashable, Sendable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16 with its least significant byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16 with its most significant byte first.
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030, which contains GBK and GB 2312.
  case gb18030 = "GB18030"
}
