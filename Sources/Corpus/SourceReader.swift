import TextAnalysis

/// Turns the bytes of a file into the reports that it holds.
///
/// The way of the bytes: fingerprint → encoding → format → lines → page chrome off → reports split →
/// titles, headings and years.
public struct SourceReader: Sendable {
  /// The version of everything that decides which paragraphs a source gives, and their order.
  ///
  /// It is part of the paragraphs' identifiers: raise it with any change that moves them.
  public static let extractionVersion = 1

  /// Creates a reader.
  public init() {}

  /// Reads the content of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - path: The path, for error messages; the file's name is the title of a report without one.
  /// - Throws: A ``ReadingError`` if the bytes are no text, or text without a report.
  /// - Complexity: O(*n*).
  public func read(_ bytes: UnsafeRawBufferPointer, path: String) throws(ReadingError) -> Source {
    guard !bytes.isEmpty else { throw ReadingError(path: path, kind: .empty) }
    if let format = BinaryFormat(of: bytes) {
      throw ReadingError(path: path, kind: .notText(format))
    }
    let decoded: TextDecoder.Decoded
    do {
      decoded = try TextDecoder.decode(bytes)
    } catch {
      guard !looksBinary(bytes) else { throw ReadingError(path: path, kind: .notText(nil)) }
      throw ReadingError(
        path: path, kind: .undecodable(error.encoding, byteOffset: error.byteOffset))
    }
    guard !looksBinary(decoded.text.utf8) else {
      throw ReadingError(path: path, kind: .notText(nil))
    }
    let name = fileName(of: path)
    let format = SourceFormat(of: decoded.text, fileName: name)
    let lines: [SourceLine]? =
      switch format {
      case .text: PlainTextReader.lines(of: decoded.text)
      case .markdown: MarkdownReader.lines(of: decoded.text)
      case .html: HTMLReader.lines(of: decoded.text)
      }
    guard let lines else { throw ReadingError(path: path, kind: .unparsable(format)) }
    let (reports, removed) = ReportSplitter.split(lines, untitled: withoutExtension(name))
    guard !reports.isEmpty else { throw ReadingError(path: path, kind: .withoutReport) }
    return Source(
      digest: Digest(of: bytes), byteCount: bytes.count, format: format,
      encoding: decoded.encoding, reports: reports, removedLines: removed)
  }

  /// Whether bytes that decode, or fail to, can be text at all: not if more than one in a hundred is
  /// a control character.
  private func looksBinary(_ bytes: some Sequence<UInt8>) -> Bool {
    var count = 0
    var controls = 0
    for byte in bytes.prefix(10_000) {
      count += 1
      if byte < 0x20, !(0x09...0x0D).contains(byte) { controls += 1 }
    }
    return controls * 100 > count
  }

  private func fileName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private func withoutExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
