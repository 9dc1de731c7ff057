/// A builder of Excel workbooks (.xlsx).
public struct WorkbookFile {
  /// The XML content of `workbook` before `sheets`.
  public var workbook = ""
  /// The name of each sheet, and the XML content of its `sheetData`.
  public var sheets: [(name: String, rows: String)] = []
  /// The XML content of `sst`.
  public var strings = ""
  /// The XML content of `styleSheet`.
  public var styles = ""
  /// The XML content of each sheet after `sheetData`.
  public var afterRows = ""
  /// The relationships of each sheet.
  public var sheetRelationships: [(identifier: String, kind: String, target: String)] = []
  /// Other parts by their names.
  public var others: [String: String] = [:]

  /// Creates a workbook without sheets.
  public init() {}

  /// The bytes of the .xlsx file.
  public var bytes: [UInt8] {
    // The relationships are listed in another order than the sheets, which a reader must not rely
    // on.
    let numbered = Array(sheets.enumerated())
    let list = numbered.map { "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0)\"/>" }
    let relationships = numbered.reversed().map { index, _ in
      relationship("s\(index)", "worksheet", "/xl/sheet\(index).xml")
    }
    var file = ZipFile([
      "[Content_Types].xml":
        "<Types xmlns=\"t\"><Override PartName=\"/xl/book.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
      "_rels/.rels":
        "<Relationships xmlns=\"r\">\(relationship("r1", "officeDocument", "xl/book.xml"))</Relationships>",
      "xl/book.xml":
        "<workbook xmlns=\"m\" xmlns:r=\"r\">\(workbook)<sheets>\(list.joined())</sheets></workbook>",
      "xl/_rels/book.xml.rels":
        "<Relationships xmlns=\"r\">\(relationships.joined())\(relationship("t", "sharedStrings", "strings.xml"))\(relationship("u", "styles", "styles.xml"))</Relationships>",
      "xl/strings.xml": "<sst xmlns=\"m\">\(strings)</sst>",
      "xl/styles.xml": "<styleSheet xmlns=\"m\">\(styles)</styleSheet>",
    ])
    for (index, sheet) in numbered {
      file.add(
        "xl/sheet\(index).xml",
        "<worksheet xmlns=\"m\" xmlns:r=\"r\"><sheetData>\(sheet.rows)</sheetData>\(afterRows)</worksheet>"
      )
      if !sheetRelationships.isEmpty {
        let elements = sheetRelationships.map { relationship($0.identifier, $0.kind, $0.target) }
        file.add(
          "xl/_rels/sheet\(index).xml.rels",
          "<Relationships xmlns=\"r\">\(elements.joined())</Relationships>")
      }
    }
    for (name, content) in others.sorted(by: { $0.key < $1.key }) { file.add(name, content) }
    return file.bytes
  }

  private func relationship(_ identifier: String, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"\(identifier)\" Type=\"http://example.com/relationships/\(kind)\" Target=\"\(target)\"/>"
  }
}
