/// What a ZIP archive is, by what is packed in it.
enum ContainerFormat: Hashable, Sendable {
  /// A document of Word 2007 or later.
  case docx
  /// A workbook of Excel 2007 or later.
  case xlsx
  /// A text of OpenDocument.
  case odt
  /// An archive of files.
  case archive

  /// Recognizes an archive, or returns `nil` if it is a document of another kind: EPUB, OFD,
  /// PowerPoint.
  init?(of archive: ZipArchive) throws(ReadingError.Kind) {
    let package = OfficePackage(archive, format: .zip)
    guard package.isPackage else {
      guard let mark = archive.entries.first(where: { Self.marks.contains($0.name) }) else {
        self = .archive
        return
      }
      guard mark.name == "mimetype",
        try archive.bytes(of: mark).starts(with: "application/vnd.oasis.opendocument.text".utf8)
      else { return nil }
      self = .odt
      return
    }
    guard let main = try package.mainPart(),
      let type = try package.mediaType(of: main)?.lowercased()
    else { return nil }
    if type.contains("wordprocessingml") || type.contains("ms-word") {
      self = .docx
    } else if type.contains("spreadsheetml")
      || type.contains("ms-excel") && !type.contains("binary")
    {
      self = .xlsx
    } else {
      return nil
    }
  }

  /// The files by which other documents tell what they are.
  private static let marks: Set = ["mimetype", "META-INF/container.xml", "OFD.xml"]
}
