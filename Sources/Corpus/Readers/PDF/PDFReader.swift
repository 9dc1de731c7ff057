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
    let run = try layout(of: bytes, limits: limits, programs: folders)
    guard let pages = PageLayoutReader.pages(of: run.output), !pages.isEmpty else {
      throw .programFailed(programName)
    }
    let (lines, counts) = PDFText.read(pages)
    guard
      counts.reduce(0, +) > pages.count * mostCharactersOfPicture
        || counts.contains(where: { $0 >= fewestCharactersOfText })
    else { throw .withoutText(pageCount: pages.count) }
    var document = SourceDocument(lines: lines)
    let empty = pages.indices.filter { counts[$0] <= mostCharactersOfPicture }
    if !empty.isEmpty {
      let pictures = PDFPictures(of: bytes, limits: limits, programs: folders)
      let scanned = try pictures.pages(
        among: empty.map { (pages[$0].number, isBare: pages[$0].pieces.isEmpty) })
      if !scanned.isEmpty {
        document.incompleteness.append(
          Incompleteness(.pagesWithoutText, pages: scanned, count: scanned.count))
      }
    }
    let undecodable = pages.filter { $0.undecodableLineCount > 0 }
    if !undecodable.isEmpty {
      document.incompleteness.append(
        Incompleteness(
          .undecodableGlyphs, pages: undecodable.map(\.number),
          count: undecodable.reduce(0) { $0 + $1.undecodableLineCount }))
    }
    let faults = faultCount(in: run.messages)
    if faults > 0 {
      document.incompleteness.append(Incompleteness(.damagedContents, count: faults))
    }
    return document
  }

  /// The maximum number of characters, running heads excluded, of a page that is taken for a scanned
  /// image; also their average in a document that is. Stamps and page numbers can be text.
  private static let mostCharactersOfPicture = 4

  /// The minimum number of characters of a page of text among scanned images. A stamp has fewer.
  private static let fewestCharactersOfText = 40

  private static let programName = "pdftotext"

  private static func layout(
    of bytes: UnsafeRawBufferPointer, limits: ConversionLimits, programs folders: [String]
  ) throws(ReadingError.Kind) -> ExternalProgram.Run {
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
        return run
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

  /// Returns the number of messages of pdftotext about text that it left out: page contents that it
  /// could not decompress or parse, and fonts that it could not load or map to characters.
  ///
  /// Most other messages are about bookmarks, forms, color profiles and widths.
  static func faultCount(in messages: String) -> Int {
    let faults = [
      "No font in show", "Unknown font tag", "Couldn't create a font",
      "Unknown character collection", "Unknown filter", "Unknown crypt filter",
      "Unexpected end of file in flate stream", "Bad block header in flate stream",
      "Bad code (", "Bad dynamic code table in flate stream", "Bad uncompressed block length",
      "Weird page contents", "Leftover args in content stream", "Unknown operator",
    ]
    return messages.split(whereSeparator: \.isNewline).count { line in
      faults.contains { line.contains($0) }
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
