/// A builder for small PDF documents with a text layer.
struct SamplePDF {
  /// A line of text at a position of its baseline, in points from the lower left corner of a page
  /// of 600 by 800 points.
  struct Line {
    let text: String
    var x: Double
    var y: Double
    var size = 12.0
  }

  var pages: [[Line]]
  /// Drawing operators to add to pages, by their indices.
  var drawings: [Int: String] = [:]

  /// The operators of a gray image of 100 by 100 pixels.
  static let image =
    "q 500 0 0 700 50 50 cm BI /W 100 /H 100 /BPC 8 /CS /G /F /AHx ID "
    + String(repeating: "5a", count: 10_000) + "> EI Q"
  /// True if the document requires a password.
  var isEncrypted = false
  /// A predefined CMap by which the font's codes are read, with the function that gives the codes in
  /// hexadecimal digits; `nil` for UTF-16 with a mapping of the document's own.
  var predefinedEncoding: (name: String, codes: @Sendable (String) -> String)?

  /// The file. Its font has no glyphs: the codes are UTF-16 unless another encoding is given, and
  /// every character is as wide as the font size.
  var bytes: [UInt8] {
    let mapping = """
      /CIDInit /ProcSet findresource begin begincmap /CMapType 2 def
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end
      """
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /Font /Subtype /Type0 /BaseFont /Sample /Encoding /Identity-H "
        + "/DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
      "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Sample /DW 1000 /FontDescriptor 5 0 R "
        + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
      "<< /Type /FontDescriptor /FontName /Sample /Flags 4 /Ascent 880 /Descent -120 "
        + "/FontBBox [0 -120 1000 880] /ItalicAngle 0 /StemV 80 /CapHeight 700 >>",
      stream(mapping),
    ]
    if let predefinedEncoding {
      objects[2] =
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /\(predefinedEncoding.name) "
        + "/DescendantFonts [4 0 R] >>"
      objects[3] =
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /FontDescriptor 5 0 R "
        + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>"
    }
    var kids: [String] = []
    for (index, page) in pages.enumerated() {
      kids.append("\(objects.count + 1) 0 R")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents \(objects.count + 2) 0 R "
          + "/Resources << /Font << /F 3 0 R >> >> >>")
      let drawing = drawings[index].map { [$0] } ?? []
      objects.append(stream((page.map(shown) + drawing).joined(separator: "\n")))
    }
    objects[1] =
      "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(pages.count) >>"
    return file(of: objects)
  }

  private func stream(_ content: String) -> String {
    "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
  }

  private func shown(_ line: Line) -> String {
    let codes = predefinedEncoding?.codes(line.text) ?? Self.codes(inUTF16: line.text)
    return "BT /F \(line.size) Tf \(line.x) \(line.y) Td <\(codes)> Tj ET"
  }

  /// The code units of a text in UTF-16, in hexadecimal digits.
  static func codes(inUTF16 text: String) -> String {
    text.utf16.map { code in
      let digits = String(code, radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }

  private func file(of objects: [String]) -> [UInt8] {
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      file += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n"
    }
    let key = String(repeating: "5a", count: 32)
    let encryption =
      isEncrypted
      ? " /Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -44 >>"
        + " /ID [<00> <00>]" : ""
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R\(encryption) >>\n"
    return Array((file + "startxref\n\(table)\n%%EOF\n").utf8)
  }
}
