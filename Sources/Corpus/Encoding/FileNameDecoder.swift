/// Decodes file names, which are bytes without a declared encoding.
public enum FileNameDecoder {
  /// Returns a name decoded as UTF-8 if it is valid, else as GB 18030, which Chinese Windows uses.
  /// U+FFFD replaces bytes that fit neither.
  public static func text(of name: [UInt8]) -> String {
    if let text = String(validating: name, as: UTF8.self) { return text }
    return name.withUnsafeBytes { CharacterConverter.convert($0, from: .gb18030).text }
  }
}
