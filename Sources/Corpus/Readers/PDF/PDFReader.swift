/// Reads the text layer of PDF documents with `pdftotext`, which is part of poppler-utils.
enum PDFReader {
  /// Returns the lines of a document with their page numbers.
  ///
  /// - Throws: `needsProgram` if `pdftotext` is not installed; `needsData` if the tables of a font's
  ///   encoding are missing; `encrypted` if a password is
  ///   required; `withoutText` if the pages are scanned images; `programFailed` if the document is
  ///   corrupt or has no pages; and the errors of ``ExternalProgram/run(_:in:writing:limits:)``.
  static func document(
    of bytes: UnsafeRawBufferPointer, limits: ConversionLimits = ConversionLimits(),
    programs folders: [String] = ExternalProgram.folders
  ) throws(ReadingError.Kind) -> SourceDocument {
    let layout = try layout(of: bytes, limits: limits, programs: folders)
    guard let pages = PageLayoutReader.pages(of: layout), !pages.isEmpty else {
      throw .programFailed(programName)
    }
    let lines = PDFText.lines(of: pages)
    let characterCount = lines.reduce(0) {
      $0 + ($1.chrome == nil ? $1.text.unicodeScalars.count : 0)
    }
    guard characterCount > pages.count * mostCharactersOfPicture else {
      throw .withoutText(pageCount: pages.count)
    }
    return SourceDocument(lines: lines)
  }

  /// The maximum average number of characters per page, running heads excluded, of a document that
  /// is taken for scanned images. Stamps and page numbers can be text.
  private static let mostCharactersOfPicture = 4

  private static let programName = "pdftotext"

  private static func layout(
    of bytes: UnsafeRawBufferPointer, limits: ConversionLimits, programs folders: [String]
  ) throws(ReadingError.Kind) -> [UInt8] {
    guard let program = ExternalProgram(programName, in: folders) else {
      throw .needsProgram(["\(programName) (poppler-utils)"])
    }
    return try ConversionFolder.with { folder throws(ReadingError.Kind) in
      let file = folder + "/document.pdf"
      try ConversionFolder.write(bytes, to: file)
      let run = try program.run(
        ["-bbox-layout", "-enc", "UTF-8", file, "-"], in: folder, limits: limits)
      switch run.exitCode {
      case 0:
        guard !lacksLanguageData(run.messages) else {
          throw .needsData(package: "poppler-data", program: programName)
        }
        return run.output
      case ExitCode.forbidden: throw .encrypted
      case ExitCode.cannotOpen where names(encryption, in: bytes): throw .encrypted
      default: throw .programFailed(programName)
      }
    }
  }

  /// True if pdftotext reported a font without the tables of poppler-data: it leaves out the font's text or
  /// takes its codes for Unicode, and exits with 0.
  ///
  /// The tables of other collections than those of Adobe are in no package.
  static func lacksLanguageData(_ messages: String) -> Bool {
    messages.split(whereSeparator: \.isNewline).contains { line in
      line.contains("Missing language pack for 'Adobe-")
        || line.contains("Unknown character collection 'Adobe-")
        || line.contains("' CMap file for 'Adobe-")
        || line.contains("' for character collection 'Adobe-")
    }
  }

  private enum ExitCode {
    static let cannotOpen: Int32 = 1
    static let forbidden: Int32 = 3
  }

  /// The trailer key that refers to the encryption dictionary. The trailer itself is never
  /// encrypted.
  private static let encryption = Array("/Encrypt".utf8)

  private static func names(_ name: [UInt8], in bytes: UnsafeRawBufferPointer) -> Bool {
    var place = bytes.startIndex
    while let start = bytes[place...].firstIndex(of: name[0]) {
      if bytes[start...].starts(with: name) { return true }
      place = start + 1
    }
    return false
  }
}
