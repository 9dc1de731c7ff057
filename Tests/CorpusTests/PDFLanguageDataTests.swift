import Foundation
import TestSupport
import Testing

@testable import Corpus

private let hasLanguageData = FileManager.default.fileExists(
  atPath: "/usr/share/poppler/cMap/Adobe-GB1/GBK-EUC-H")

/// Fonts whose encoding tables are not in the document but in poppler-data.
struct PDFLanguageDataTests {
  private static let text = "我县坚持把控辍保学作为教育工作的头等大事，逐校逐人建立台账。"

  private func read(
    _ bytes: [UInt8], programs: [String] = ExternalProgram.folders
  ) throws -> SourceDocument {
    try bytes.withUnsafeBytes { bytes throws(ReadingError.Kind) in
      try PDFReader.document(of: bytes, programs: programs)
    }
  }

  private static func document(_ encoding: String) -> [UInt8] {
    var document = SamplePDF(pages: [[.init(text: text, x: 100, y: 700)]])
    document.predefinedEncoding = (
      encoding,
      { text in
        guard encoding.hasPrefix("GBK") else { return SamplePDF.codes(inUTF16: text) }
        return EncodedText.bytes(of: text, in: .gb18030)!.map { String($0, radix: 16) }.joined()
      }
    )
    return document.bytes
  }

  @Test(
    .enabled(if: ExternalProgram("pdftotext") != nil, "pdftotext is not installed"),
    .enabled(if: hasLanguageData, "poppler-data is not installed"),
    arguments: ["GBK-EUC-H", "UniGB-UCS2-H", "UniGB-UTF16-H"])
  func `text in predefined encodings is kept`(encoding: String) throws {
    #expect(try read(Self.document(encoding)).lines.map(\.text) == [Self.text])
  }

  @Test(
    .enabled(if: ExternalProgram("pdftotext") != nil, "pdftotext is not installed"),
    .enabled(if: !hasLanguageData, "poppler-data is installed"),
    arguments: ["GBK-EUC-H", "UniGB-UCS2-H", "UniGB-UTF16-H"])
  func `the error for missing tables names the package`(encoding: String) {
    #expect(throws: ReadingError.Kind.needsData(package: "poppler-data", program: "pdftotext")) {
      try read(Self.document(encoding))
    }
  }

  /// Reads a document with a replacement for pdftotext that returns some text and reports a
  /// message. Many other lines precede the message.
  private func read(reporting message: String) throws -> SourceDocument {
    let folder = try TemporaryFolder()
    let word = #"<word xMin="100" yMin="90" xMax="300" yMax="102">我县坚持控辍保学工作。</word>"#
    let box = #"xMin="100" yMin="90" xMax="300" yMax="102""#
    try folder.write(
      "layout.xml",
      """
      <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" \
      "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html \
      xmlns="http://www.w3.org/1999/xhtml"><head><title></title></head><body><doc>
      <page width="600" height="800"><flow><block \(box)><line \(box)>\(word)</line></block></flow></page>
      </doc></body></html>
      """)
    let script = """
      #!/bin/sh
      for i in 1 2 3 4 5 6 7 8 9; do printf 'Syntax Error (%s): %500s\\n' $i . >&2; done
      echo "\(message)" >&2
      cat '\(folder("layout.xml"))'
      """
    let path = try folder.write("pdftotext", script)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return try read(Array("%PDF-1.4".utf8), programs: [folder.path])
  }

  @Test(arguments: [
    "Syntax Error: Missing language pack for 'Adobe-GB1' mapping",
    "Syntax Error: Unknown character collection 'Adobe-CNS1'",
    "Syntax Error: Couldn't find 'GBK-EUC-H' CMap file for 'Adobe-GB1' collection",
    "Syntax Error: Unknown CMap 'GBK2K-H' for character collection 'Adobe-GB1'",
  ])
  func `a message about missing tables is an error even if the program succeeds`(message: String) {
    #expect(throws: ReadingError.Kind.needsData(package: "poppler-data", program: "pdftotext")) {
      try read(reporting: message)
    }
  }

  @Test(arguments: [
    "Syntax Error: Unknown character collection 'Founder-Own'",
    "Syntax Warning: Invalid Font Weight",
  ])
  func `other messages are not errors`(message: String) throws {
    #expect(try read(reporting: message).lines.map(\.text) == ["我县坚持控辍保学工作。"])
  }
}
