import TestSupport
import Testing

@testable import Corpus

struct ContainerFormatTests {
  private func format(_ bytes: [UInt8]) throws -> ContainerFormat? {
    try withArchive(bytes) { try ContainerFormat(of: $0) }
  }

  @Test func `archives are told by what is packed in them`() throws {
    #expect(try format(WordFile("").bytes) == .docx)
    #expect(try format(WorkbookFile().bytes) == .xlsx)
    #expect(try format(ZipFile(["总结.txt": "文", "夹/计划.txt": "文"]).bytes) == .archive)
    #expect(
      try format(ZipFile(["mimetype": "application/vnd.oasis.opendocument.text"]).bytes) == nil)
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

  @Test func `parts are found however their names are written`() throws {
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

struct CompoundFileTests {
  private func file(_ streams: [(name: String, type: UInt8)]) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 1024 - bytes.count)
    for (name, type) in streams {
      var entry = name.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
      entry += [UInt8](repeating: 0, count: 128 - entry.count)
      entry[64] = UInt8(name.utf16.count * 2 + 2)
      entry[66] = type
      bytes += entry
    }
    return bytes
  }

  private func kind(_ bytes: [UInt8]) -> CompoundFile? {
    bytes.withUnsafeBytes { CompoundFile(of: $0) }
  }

  @Test func `the first name that tells counts`() {
    #expect(
      kind(file([("Root Entry", 5), ("EncryptionInfo", 2), ("EncryptedPackage", 2)]))
        == .encryptedPackage)
    #expect(
      kind(file([("Root Entry", 5), ("WordDocument", 2), ("ObjectPool", 1), ("Workbook", 2)]))
        == .word)
    #expect(kind(file([("Root Entry", 5), ("Workbook", 2)])) == .excel)
    #expect(kind(file([("Root Entry", 5), ("Book", 2)])) == .excel)
    #expect(kind(file([("WordDocument", 1), ("Workbooks", 2), ("PowerPoint Document", 2)])) == nil)
  }

  @Test func `other and broken files are none`() {
    let whole = file([("WordDocument", 2)])
    for length in 0..<whole.count { #expect(kind(Array(whole[..<length])) == nil) }
    #expect(kind(Array("控辍保学".utf8)) == nil)
  }
}
