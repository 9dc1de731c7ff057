/// Reads the names of files, which have bytes and no encoding.
public enum FileNameDecoder {
  /// Returns a name as UTF-8 if it is that, else as GB 18030, in which Chinese Windows writes; what
  /// fits neither is replaced by U+FFFD.
  public static func text(of name: [UInt8]) -> String {
    if let text = String(validating: name, as: UTF8.self) { return text }
    return name.withUnsafeBytes { CharacterConverter.convert($0, from: .gb18030).text }
  }
}
