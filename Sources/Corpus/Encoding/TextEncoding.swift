/// A character encoding.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "UTF-8"
  /// UTF-16 with its least significant byte first.
  case utf16LittleEndian = "UTF-16LE"
  /// UTF-16 with its most significant byte first.
  case utf16BigEndian = "UTF-16BE"
  /// UTF-32 with its least significant byte first.
  case utf32LittleEndian = "UTF-32LE"
  /// UTF-32 with its most significant byte first.
  case utf32BigEndian = "UTF-32BE"
  /// GB 18030-2022, a superset of GBK and GB 2312, with the euro sign of Windows code page 936.
  case gb18030 = "GB18030"
  /// Big5 of Windows code page 950, with the additional characters of HKSCS.
  case big5 = "Big5"
  /// EUC-TW, which encodes the planes of CNS 11643.
  case eucTaiwan = "EUC-TW"

  /// True if every character, including ASCII, takes at least two bytes.
  var isWide: Bool {
    switch self {
    case .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian: true
    case .utf8, .gb18030, .big5, .eucTaiwan: false
    }
  }

  /// Recognizes an encoding by its declared name, ignoring case.
  init?(declared name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "utf-16", "utf-16le", "unicode": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "utf-32", "utf-32le": self = .utf32LittleEndian
    case "utf-32be": self = .utf32BigEndian
    case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936", "euc-cn": self = .gb18030
    case "big5", "big5-hkscs", "x-x-big5", "cp950": self = .big5
    case "euc-tw", "x-euc-tw": self = .eucTaiwan
    default: return nil
    }
  }
}
