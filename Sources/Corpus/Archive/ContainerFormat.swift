/// The type of document in a ZIP archive, identified by its entries.
enum ContainerFormat: Hashable, Sendable {
  /// A document of Word 2007 or later.
  case docx
  /// A workbook of Excel 2007 or later.
  case xlsx
  /// An OpenDocument text.
  case odt
  /// A plain archive of files.
  case archive

  /// Identifies the type of an archive, or returns `nil` if it is an unsupported document: EPUB,
  /// OFD, PowerPoint.
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

  /// Entries that identify documents other than Office packages.
  private static let marks: Set = ["mimetype", "META-INF/container.xml", "OFD.xml"]
}
