import TextAnalysis

/// Turns the bytes of a file into the reports that it holds.
///
/// The way of the bytes: fingerprint → format → encoding → lines → page chrome off → reports split →
/// titles, headings → years, kinds, issuers.
public struct SourceReader: Sendable {
  /// How to read, beyond the usual.
  public struct Options: Hashable, Sendable {
    /// True to replace any number of bytes that fit no encoding by U+FFFD; otherwise more than one in
    /// a hundred are an error.
    public var replacesUndecodable = false
    /// What a file may unpack to at most: bytes.
    public var largestContent = 256_000_000
    /// After how many seconds a program that converts a file is given up.
    public var conversionSeconds = 120

    /// The usual.
    public init() {}

    /// What a program that converts a file may take.
    var conversion: ConversionLimits {
      ConversionLimits(seconds: conversionSeconds, outputByteCount: largestContent)
    }
  }

  /// The version of everything that decides which paragraphs a source gives, and their order.
  ///
  /// It is part of the paragraphs' identifiers: raise it with any change that moves them.
  public static let extractionVersion = 2

  /// The bytes of the longest paragraph. What is longer is no text, or lost its lines, and would take
  /// many times its size in memory.
  private static let longestLine = 5_000_000

  private let options: Options

  /// Creates a reader.
  public init(options: Options = Options()) { self.options = options }

  /// Reads the contents of a file: one, or as many as are packed in an archive.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - path: The path, for error messages; the file's name is the title of a report without one.
  /// - Complexity: O(*n*) in what the file unpacks to.
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

  /// Reads the content of a file that is no archive.
  ///
  /// - Parameters:
  ///   - bytes: The whole content.
  ///   - path: The path, for error messages; the file's name is the title of a report without one.
  /// - Throws: A ``ReadingError`` if the bytes are no text, or text without a report.
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
        incompleteness: content.incompleteness, reports: reports, removedLines: removed)
      source.attributeReports()
      return source
    } catch {
      throw ReadingError(path: path, kind: error)
    }
  }

  /// Opens bytes that are an archive of files, and not a document that is stored as one.
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

  /// The name of a file without its extension.
  static func withoutExtension(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
