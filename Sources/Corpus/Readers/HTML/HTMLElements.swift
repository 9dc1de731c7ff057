import CXML

/// Classifies the elements of a web page by their effect on its text.
enum HTMLElements {
  /// Elements whose content is not text of the page.
  static let withoutText: Set = ["script", "style", "template", "svg", "math", "title"]

  /// Elements that begin and end lines.
  static let blocks: Set = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
    "button", "caption", "details", "dialog", "dir", "fieldset", "figcaption", "figure", "footer",
    "form", "header", "hr", "html", "label", "legend", "li", "main", "marquee", "menu", "nav",
    "noscript", "object", "ol", "option", "p", "pre", "section", "select", "summary", "table",
    "tbody", "td", "textarea", "th", "thead", "tfoot", "tr", "ul",
  ]

  /// Blocks that contain other blocks. The main text of a page is one of them.
  static let containers: Set = [
    "article", "aside", "body", "center", "dd", "div", "dl", "fieldset", "figure", "footer", "form",
    "header", "html", "iframe", "li", "main", "marquee", "menu", "nav", "noscript", "ol", "section",
    "table", "tbody", "td", "tr", "ul",
  ]

  /// Controls of the page.
  static let interface: Set = ["option", "button", "textarea"]

  /// Ruby elements with the pronunciation of the preceding characters.
  static let annotations: Set = ["rt", "rp", "rtc"]

  /// Returns the level of a heading element (1–6), or `nil` for other elements.
  static func headingLevel(_ name: String) -> Int? {
    guard name.utf8.count == 2, name.utf8.first == UInt8(ascii: "h"),
      let level = name.last?.wholeNumberValue, (1...6).contains(level)
    else { return nil }
    return level
  }

  /// Returns true if an element formats its text like a title: centered, bold or large.
  static func isEmphasis(_ name: String, _ attributes: HTMLAttributes) -> Bool {
    if ["center", "b", "strong", "big"].contains(name) || attributes.alignment == "center"
      || attributes.alignment == "middle"
    {
      return true
    }
    guard name == "font", let size = attributes.size.last?.wholeNumberValue else { return false }
    return attributes.size.hasPrefix("+") || size >= 4
  }

  /// Returns true for the empty paragraphs that Word leaves inside paragraphs: `<o:p></o:p>`, which
  /// libxml2 parses as `<p>`.
  static func isOfWord(_ node: UnsafePointer<xmlNode>, named name: String) -> Bool {
    guard name == "p" else { return false }
    if let child = node.pointee.children {
      guard child.pointee.next == nil, child.pointee.type == XML_TEXT_NODE,
        let content = child.pointee.content,
        PlainTextReader.lines(of: String(cString: content)).isEmpty
      else { return false }
    }
    var next = node.pointee.parent
    for _ in 0..<8 {
      guard let parent = next, parent.pointee.type == XML_ELEMENT_NODE else { return false }
      let name = String(cString: parent.pointee.name)
      if name == "p" || headingLevel(name) != nil { return true }
      if containers.contains(name) { return false }
      next = parent.pointee.parent
    }
    return false
  }

  /// Returns the value of an attribute.
  static func attribute(_ name: String, of node: UnsafePointer<xmlNode>) -> String? {
    guard let value = xmlGetProp(node, name) else { return nil }
    defer { freeXMLString(value) }
    return String(cString: value)
  }

  /// Returns true if a table row contains data in cells of plain text. A row with blocks in its
  /// cells, or with a long text of several lines, is page layout.
  static func isRowOfData(_ row: UnsafePointer<xmlNode>) -> Bool {
    var cells = 0
    var cell = row.pointee.children
    while let current = cell {
      if current.pointee.type == XML_ELEMENT_NODE {
        cells += 1
        if holdsLayout(current) { return false }
      }
      cell = current.pointee.next
    }
    return cells > 1
  }

  private static func holdsLayout(_ cell: UnsafePointer<xmlNode>) -> Bool {
    var paragraphs = 0
    var lineBreaks = 0
    var child = cell.pointee.children
    while let inner = child {
      if inner.pointee.type == XML_ELEMENT_NODE {
        let name = String(cString: inner.pointee.name)
        if name == "p" {
          paragraphs += 1
        } else if name == "br" {
          lineBreaks += 1
        } else if blocks.contains(name) || headingLevel(name) != nil {
          return true
        }
      }
      child = inner.pointee.next
    }
    return paragraphs > 1 || lineBreaks > 4
  }
}
