import TextAnalysis

/// Turns the bytes of a file into the reports that it holds.
///
/// The way of the bytes: fingerprint → encoding → format → lines → page chrome off → reports split →
/// titles, headings and years.
public struct SourceReader: Sendable {
  /// The version of everything that decides which paragraphs a source gives, and their order.
  ///
  /// It is part of the paragraphs' identifiers: raise it with any change that moves them.
  public static let extractionVersion = 2

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
    do throws(ReadingError.Kind) {
      let name = fileName(of: path)
      let content = try content(of: bytes, named: name)
      var reports: [Report] = []
      var removed: [RemovedLine] = []
      for var document in content.documents {
        RepeatedPassages.mark(&document.lines)
        let split = ReportSplitter.split(
          document, untitled: withoutExtension(name), firstPart: reports.count + 1)
        reports += split.reports
        removed += split.removed
      }
      guard !reports.isEmpty else { throw .withoutReport }
      return Source(
        digest: Digest(of: bytes), byteCount: bytes.count, format: content.format,
        encoding: content.encoding, reports: reports, removedLines: removed)
    } catch {
      throw ReadingError(path: path, kind: error)
    }
  }

  /// What the bytes of a file are, and the documents in them.
  private struct Content {
    let format: SourceFormat
    /// The encoding, of formats that do not tell it themselves.
    var encoding: TextEncoding? = nil
    let documents: [SourceDocument]
  }

  private func content(
    of bytes: UnsafeRawBufferPointer, named name: String
  ) throws(ReadingError.Kind) -> Content {
    guard !bytes.isEmpty else { throw .empty }
    if let format = BinaryFormat(of: bytes) { throw .notText(format) }
    return try textContent(of: bytes, named: name)
  }

  private func textContent(
    of bytes: UnsafeRawBufferPointer, named name: String
  ) throws(ReadingError.Kind) -> Content {
    let decoded: TextDecoder.Decoded
    do {
      decoded = try TextDecoder.decode(bytes)
    } catch {
      guard !looksBinary(bytes) else { throw .notText(nil) }
      throw .undecodable(error.encoding, byteOffset: error.byteOffset)
    }
    guard !looksBinary(decoded.text.utf8) else { throw .notText(nil) }
    let format = SourceFormat(of: decoded.text, fileName: name)
    let document: SourceDocument? =
      switch format {
      case .markdown: SourceDocument(lines: MarkdownReader.lines(of: decoded.text))
      case .html: HTMLReader.document(of: decoded.text)
      default:
        SourceDocument(
          lines: HardWrapping.joined(
            PlainTextReader.lines(of: EscapedCharacters.decoded(decoded.text))))
      }
    guard let document else { throw .unparsable(format) }
    return Content(format: format, encoding: decoded.encoding, documents: [document])
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
