/// Writes a document of Word, part by part.
public struct WordFile {
  /// What stands in `w:body`.
  public var body: String
  /// What stands in `w:styles`.
  public var styles = ""
  /// What stands in `w:numbering`.
  public var numbering = ""
  /// Other parts by the kinds of their relationships, whole.
  public var others: [(kind: String, content: String)] = []
  /// The namespace of relationships, which differs in the strict edition of the format.
  public var relationshipsNamespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Begins a document.
  public init(_ body: String) { self.body = body }

  /// The names of the namespaces, to stand in a part's first element.
  public static let namespaces =
    #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#
    + #"xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" "#
    + #"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="urn:wps" xmlns:a="urn:a" xmlns:m="urn:m""#

  /// A part whose first element is called so.
  public static func part(_ name: String, _ content: String) -> String {
    #"<?xml version="1.0" encoding="UTF-8"?><w:\#(name) \#(namespaces)>\#(content)</w:\#(name)>"#
  }

  /// The whole file.
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
