/// The kind of an XML document that is not a web page.
public enum XMLFormat: Hashable, Sendable {
  /// Word 2003 XML: `<w:wordDocument>`.
  case word2003
  /// A DOCX package in one XML file (Flat OPC): `<pkg:package>`.
  case flatWord
  /// Excel 2003 XML: `<Workbook>`.
  case excel2003
  /// An OpenDocument in one XML file: `<office:document>`.
  case flatOpenDocument
  /// A document in the Chinese Uniform Office Format: `<uof:UOF>`.
  case uniformOffice
  /// A news feed: `<rss>`, `<feed>`, `<rdf:RDF>`.
  case feed
  /// A drawing: `<svg>`.
  case drawing
  /// Another document, with the name of its root element.
  case other(root: String)

  /// The display name of the format.
  public var name: String {
    switch self {
    case .word2003: "Word 2003 XML"
    case .flatWord: "Word XML (Flat OPC)"
    case .excel2003: "Excel 2003 XML"
    case .flatOpenDocument: "Flat OpenDocument XML"
    case .uniformOffice: "Uniform Office Format (UOF)"
    case .feed: "RSS/Atom"
    case .drawing: "SVG"
    case .other(let root): "XML <\(root)>"
    }
  }

  /// Recognizes a document by its root element, or returns `nil` if a text is not XML.
  ///
  /// A text is XML if it begins with `<?xml`, or with the start tag of an element and ends with its
  /// end tag. Text that merely begins with a word in angle brackets is not.
  ///
  /// - Complexity: O(*m*) in the length of the text before the root element.
  init?(of text: String) {
    var rest = text.utf8[...]
    var isDeclared = false
    while true {
      rest = rest.drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
      guard let end = Self.prologs.first(where: { rest.starts(with: $0.start) }) else { break }
      isDeclared = isDeclared || rest.starts(with: Self.declaration)
      guard let close = Self.end(of: rest, by: end.end) else { break }
      rest = rest[close...]
    }
    guard rest.first == UInt8(ascii: "<") else {
      guard isDeclared else { return nil }
      self = .other(root: "?")
      return
    }
    let name = rest.dropFirst().prefix {
      $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "<")
    }
    let isName = (1...80).contains(name.count)
    guard isDeclared || isName && Self.closes(text, name) else { return nil }
    let root = isName ? String(name)! : "?"
    self = Self.known[root] ?? .other(root: root)
  }

  private static let declaration = Array("<?xml".utf8)

  private static let prologs: [(start: [UInt8], end: [UInt8])] = [
    ("<?", "?>"), ("<!--", "-->"), ("<!DOCTYPE", ">"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  private static let known: [String: XMLFormat] = [
    "w:wordDocument": .word2003, "wordDocument": .word2003, "pkg:package": .flatWord,
    "Workbook": .excel2003, "ss:Workbook": .excel2003, "office:document": .flatOpenDocument,
    "uof:UOF": .uniformOffice, "UOF": .uniformOffice, "rss": .feed, "feed": .feed,
    "rdf:RDF": .feed, "svg": .drawing, "svg:svg": .drawing,
  ]

  /// Returns the index after the first occurrence of an ending.
  private static func end(of rest: Substring.UTF8View, by ending: [UInt8]) -> String.Index? {
    var place = rest.startIndex
    while let next = rest[place...].firstIndex(of: ending[0]) {
      if rest[next...].starts(with: ending) { return rest.index(next, offsetBy: ending.count) }
      place = rest.index(after: next)
    }
    return nil
  }

  /// Returns true if a text ends with the end tag of an element.
  private static func closes(_ text: String, _ name: Substring.UTF8View) -> Bool {
    let end = text.utf8.reversed().drop { $0 <= 0x20 || $0 == 0 }
    guard end.first == UInt8(ascii: ">") else { return false }
    let tag = end.dropFirst().drop { $0 <= 0x20 }
    return tag.starts(with: name.reversed())
      && tag.dropFirst(name.count).starts(with: "/<".utf8)
  }
}
