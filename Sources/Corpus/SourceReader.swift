import TextAnalysis

/// Reads reports from the bytes of a file.
///
/// The stages are: format → encoding → lines → repeated passages → boilerplate and report splitting
/// → titles and headings → years, document types, issuers and regions.
public struct SourceReader: Sendable {
  /// Reading options.
  public struct Options: Hashable, Sendable {
    /// True if undecodable bytes are replaced by U+FFFD instead of being an error.
    public var replacesUndecodable = false
    /// The maximum uncompressed size of a file in bytes.
    public var largestContent = 256_000_000
    /// The time limit for an external conversion program in seconds.
    public var conversionSeconds = 120

    /// Creates the default options.
    public init() {}

    /// The limits for an external conversion program.
    var conversion: ConversionLimits {
      ConversionLimits(seconds: conversionSeconds, outputByteCount: largestContent)
    }
  }

  /// The version of all code that determines the paragraphs of a source and their order.
  ///
  /// It is part of the paragraph identifiers. Increase it with every change that alters them.
  public static let extractionVersion = 2

  /// The maximum length of a paragraph in bytes. A longer line is not text or has lost its line
  /// breaks, and would take many times its size in memory.
  private static let longestLine = 5_000_000

  private let options: Options

  /// Creates a reader.
  public init(options: Options = Options()) { self.options = options }

  /// Reads the entries of a file: the file itself, or the members of an archive. Errors are part of
  /// the result.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - path: The path, for error messages. The file name serves as the title of a report without
  ///     one.
  /// - Complexity: O(*n*) in the uncompressed size.
  public func members(of bytes: UnsafeRawBufferPointer, path: String) -> [SourceMember] {
    do throws(ReadingError) {
      if let archive = try archive(bytes, path: path, limit: options.largestContent) {
        return ArchiveReader(reader: self, path: path).members(of: archive)
      }
      return [SourceMember(name: nil, content: .success(try read(bytes, path: path)))]
    } catch {
      return [SourceMember(name: nil, content: .failure(error))]
    }
  }

  /// Reads a file that is not an archive.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - path: The path, for error messages. The file name serves as the title of a report without
  ///     one.
  /// - Throws: A ``ReadingError`` if the bytes are not text, or the text has no report.
  /// - Complexity: O(*n*).
  public func read(_ bytes: UnsafeRawBufferPointer, path: String) throws(ReadingError) -> Source {
    do throws(ReadingError.Kind) {
      let name = fileName(of: path)
      let content = try SourceContent(bytes, named: name, options)
      var reports: [Report] = []
      var removed: [RemovedLine] = []
      for var document in content.documents {
        if let line = document.lines.first(where: { $0.text.utf8.count > Self.longestLine }) {
          throw .lineTooLong(
            lineNumber: line.number, byteCount: line.text.utf8.count, limit: Self.longestLine)
        }
        RepeatedPassages.mark(&document.lines)
        let split = ReportSplitter.split(
          document, untitled: Self.withoutExtension(name), firstPart: reports.count + 1)
        reports += split.reports
        removed += split.removed
      }
      guard !reports.isEmpty else { throw .withoutReport }
      var source = Source(
        name: name, digest: Digest(of: bytes), byteCount: bytes.count, format: content.format,
        encoding: content.encoding, replacedByteCount: content.replacedByteCount,
        reports: reports, removedLines: removed)
      source.attributeReports()
      return source
    } catch {
      throw ReadingError(path: path, kind: error)
    }
  }

  /// Opens an archive of files. Returns `nil` for other bytes, including documents that are stored
  /// as ZIP archives.
  func archive(
    _ bytes: UnsafeRawBufferPointer, path: String, limit: Int
  ) throws(ReadingError) -> ZipArchive? {
    guard BinaryFormat(of: bytes) == .zip else { return nil }
    do throws(ReadingError.Kind) {
      let archive = try ZipArchive(bytes, limit: limit)
      return try ContainerFormat(of: archive) == .archive ? archive : nil
    } catch {
      throw ReadingError(path: path, kind: error)
    }
  }

  private func fileName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Returns a file name without its extension.
  static func withoutExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
