/// Reads workbooks of Excel 2007 or later (XLSX). Each sheet is a table.
///
/// Cells have their displayed values: results of formulas, dates as `2011-03-05`. Hidden sheets are
/// read. Charts, comments, and page headers and footers are not. Text boxes and embedded documents are
/// not read, but reported.
enum SpreadsheetReader {
  /// Returns the documents of an archive in sheet order.
  ///
  /// - Throws: `unparsable` if the archive is not a workbook or the workbook is corrupt,
  ///   `encrypted`, or `unpacksTooLarge`.
  static func documents(of archive: ZipArchive) throws(ReadingError.Kind) -> [SourceDocument] {
    let package = OfficePackage(archive, format: .xlsx)
    guard let main = try package.mainPart(), let content = try package.part(main) else {
      throw .unparsable(.xlsx)
    }
    let workbook = try Workbook(content)
    let relationships = try package.relationships(of: main)
    func part(_ kind: String) throws(ReadingError.Kind) -> [UInt8]? {
      guard let relationship = relationships.first(where: { $0.kind == kind }) else { return nil }
      return try package.part(relationship.part)
    }
    var cells = CellTexts(beginsIn1904: workbook.beginsIn1904)
    if let part = try part("styles") { cells.formats = try CellTexts.formats(in: part) }
    if let part = try part("sharedStrings") { cells.shared = try CellTexts.strings(in: part) }
    var unread: [Incompleteness] = []
    var tables: [(name: String, rows: [TableRow])] = []
    let sheets = Dictionary(
      relationships.filter { $0.kind == "worksheet" }.map { ($0.identifier, $0.part) },
      uniquingKeysWith: { first, _ in first })
    for sheet in workbook.sheets {
      guard let part = sheets[sheet.relationship] else { continue }
      guard let content = try package.part(part) else {
        unread.append(Incompleteness(.missingPart, part: part))
        continue
      }
      unread += try unreadText(besideSheet: part, content, in: package)
      let rows = try Worksheet.rows(in: content, cells, archive)
      if !rows.isEmpty { tables.append((sheet.name, rows)) }
    }
    var documents = tables.flatMap { name, rows in
      TableDocuments.documents(of: rows, named: tables.count > 1 ? name : nil)
    }
    if !documents.isEmpty { documents[0].incompleteness = unread }
    return documents
  }

  /// Returns the text boxes and embedded documents of a sheet.
  private static func unreadText(
    besideSheet name: String, _ content: [UInt8], in package: OfficePackage
  ) throws(ReadingError.Kind) -> [Incompleteness] {
    let relationships = try package.relationships(of: name)
    var unread: [Incompleteness] = []
    for relationship in relationships where relationship.kind == "drawing" {
      if try package.holdsDrawnText(relationship.part) {
        unread.append(Incompleteness(.drawingText, part: relationship.part))
      }
    }
    let objects = Dictionary(
      relationships.filter { ["oleObject", "package"].contains($0.kind) }
        .map { ($0.identifier, $0.part) }, uniquingKeysWith: { first, _ in first })
    guard !objects.isEmpty else { return unread }
    let reader = try XMLPullReader<ObjectElement>(content, of: .xlsx)
    while let piece = try reader.next() {
      guard case .start(.oleObject) = piece,
        let part = reader.attribute("id").flatMap({ objects[$0] }),
        !EmbeddedObject.isPicture(reader.attribute("progId") ?? "")
      else { continue }
      // Each object occurs twice: for programs that know its anchor, and for others.
      let reason = Incompleteness(.embeddedDocument, part: part)
      if !unread.contains(reason) { unread.append(reason) }
    }
    return unread
  }

  private enum ObjectElement: String {
    case oleObject
  }
}

/// The workbook part, which lists the sheets.
private struct Workbook {
  var sheets: [(name: String, relationship: String)] = []
  var beginsIn1904 = false

  private enum Element: String {
    case sheet, workbookPr
  }

  init(_ part: [UInt8]) throws(ReadingError.Kind) {
    let reader = try XMLPullReader<Element>(part, of: .xlsx)
    while let piece = try reader.next() {
      switch piece {
      case .start(.sheet):
        sheets.append((reader.attribute("name") ?? "", reader.attribute("id") ?? ""))
      case .start(.workbookPr):
        beginsIn1904 = reader.attribute("date1904") != nil && reader.isOn("date1904")
      default: continue
      }
    }
  }
}
