/// A builder of Word documents (.docx).
public struct WordFile {
  /// The XML content of `w:body`.
  public var body: String
  /// The XML content of `w:styles`.
  public var styles = ""
  /// The XML content of `w:numbering`.
  public var numbering = ""
  /// Other complete parts, each with its relationship type.
  public var others: [(kind: String, content: String)] = []
  /// The namespace of relationship types, which differs in Strict Open XML.
  public var relationshipsNamespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Creates a document with the XML content of its body.
  public init(_ body: String) { self.body = body }

  /// The namespace declarations for the root element of a part.
  public static let namespaces =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
    + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#
    + #"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="urn:r" xmlns:o="urn:o" xmlns:wps="urn:wps" xmlns:a="urn:a" xmlns:m="urn:m""#

  /// Returns a part with a given root element.
  public static func part(_ name: String, _ content: String) -> String {
    #"<?xml version="1.0" encoding="UTF-8"?><w:\#(name) \#(namespaces)>\#(content)</w:\#(name)>"#
  }

  /// The bytes of the .docx file.
  public var bytes: [UInt8] {
    var parts = [
      ("styles", Self.part("styles", styles)), ("numbering", Self.part("numbering", numbering)),
    ]
    parts += others.map { ($0.kind, $0.content) }
    var file = ZipFile()
    file.add(
      "[Content_Types].xml",
      #"<Types xmlns="t"><Default Extension="xml" ContentType="application/xml"/><Override "#
        + #"PartName="/doc/main.xml" ContentType="application/vnd.openxmlformats-officedocument"#
        + #".wordprocessingml.document.main+xml"/></Types>"#)
    file.add("_rels/.rels", relationships([("officeDocument", "doc/main.xml")]))
    file.add("doc/main.xml", Self.part("document", "<w:body>\(body)</w:body>"))
    file.add(
      "doc/_rels/main.xml.rels",
      relationships(parts.enumerated().map { ($1.0, "../parts/\($0).xml") }))
    for (index, part) in parts.enumerated() { file.add("parts/\(index).xml", part.1) }
    return file.bytes
  }

  private func relationships(_ parts: [(kind: String, target: String)]) -> String {
    let elements = parts.enumerated().map { index, part in
      #"<Relationship Id="r\#(index)" Type="\#(relationshipsNamespace)/\#(part.kind)" Target="\#(part.target)"/>"#
    }
    return #"<Relationships xmlns="r">\#(elements.joined())</Relationships>"#
  }
}
