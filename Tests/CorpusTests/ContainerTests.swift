import TestSupport
import Testing

@testable import Corpus

struct ContainerFormatTests {
  private func format(_ bytes: [UInt8]) throws -> ContainerFormat? {
    try withArchive(bytes) { try ContainerFormat(of: $0) }
  }

  @Test func `container formats are recognized by their entries`() throws {
    #expect(try format(WordFile("").bytes) == .docx)
    #expect(try format(WorkbookFile().bytes) == .xlsx)
    #expect(try format(ZipFile(["总结.txt": "文", "夹/计划.txt": "文"]).bytes) == .archive)
    #expect(
      try format(ZipFile(["mimetype": "application/vnd.oasis.opendocument.text"]).bytes) == .odt)
    #expect(
      try format(ZipFile(["mimetype": "application/vnd.oasis.opendocument.chart"]).bytes) == nil)
    #expect(try format(ZipFile(["OFD.xml": "<a/>"]).bytes) == nil)
    let slides = ZipFile([
      "[Content_Types].xml":
        "<Types xmlns=\"t\"><Default Extension=\"XML\" ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml\"/></Types>",
      "_rels/.rels":
        "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"ppt/a.xml\"/></Relationships>",
      "ppt/a.xml": "<a/>",
    ])
    #expect(try format(slides.bytes) == nil)
    #expect(try format(ZipFile(["[Content_Types].xml": "<Types/>"]).bytes) == nil)
    #expect(throws: ReadingError.Kind.unparsable(.zip)) {
      try format(ZipFile(["[Content_Types].xml": "<Types/>", "_rels/.rels": "<Relation"]).bytes)
    }
  }

  @Test func `parts are found regardless of how their names are written`() throws {
    let file = ZipFile([
      "[content_types].XML":
        "<Types><Override PartName=\"/Word/Document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>",
      "_rels\\.rels":
        "<Relationships><Relationship Type=\"http://x/hyperlink\" Target=\"a\" TargetMode=\"External\"/><Relationship Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument\" Target=\"./x/../word/document.xml\"/></Relationships>",
      "word\\document.xml":
        "<document xmlns=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><body><p><r><t>严格</t></r></p></body></document>",
    ])
    #expect(try format(file.bytes) == .docx)
    #expect(
      try withArchive(file.bytes) { try WordReader.document(of: $0).lines.map(\.text) } == ["严格"])
  }
}
