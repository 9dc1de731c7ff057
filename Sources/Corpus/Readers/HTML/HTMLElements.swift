import CXML

/// What the elements of a web page mean for its text.
enum HTMLElements {
  /// Elements whose content is no text of the page.
  static let withoutText: Set = ["script", "style", "template", "svg", "math", "title"]

  /// Elements that begin and end lines.
  static let blocks: Set = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
    "button", "caption", "details", "dir", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hr", "html", "label", "legend", "li", "main", "menu", "nav", "noscript", "object",
    "ol", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "td", "textarea",
    "th", "thead", "tfoot", "tr", "ul",
  ]

  /// Blocks that hold other blocks: the main text of a page is one of them.
  static let containers: Set = [
    "article", "aside", "body", "center", "dd", "div", "dl", "fieldset", "footer", "form", "header",
    "html", "iframe", "li", "main", "nav", "noscript", "ol", "section", "table", "tbody", "td",
    "tr", "ul",
  ]

  /// Elements that are worked with, not read.
  static let interface: Set = ["option", "button", "textarea"]

  /// The level of a heading's element, from 1.
  static func headingLevel(_ name: String) -> Int? {
    guard name.utf8.count == 2, name.utf8.first == UInt8(ascii: "h"),
      let level = name.last?.wholeNumberValue, (1...6).contains(level)
    else { return nil }
    return level
  }

  /// Whether an element stands beside the text of a page by its name, its class or its identifier:
  /// `<footer>`, `<div class="comment-list">`.
  static func isBeside(_ node: UnsafePointer<xmlNode>, named name: String) -> Bool {
    if ["aside", "footer", "nav"].contains(name) { return true }
    guard name != "html", name != "body" else { return false }
    return ["class", "id"].contains { attribute in
      guard let value = self.attribute(attribute, of: node)?.lowercased() else { return false }
      return besideNames.contains { value.contains($0) }
    }
  }

  private static let besideNames = [
    "comment", "footer", "sidebar", "related", "recommend", "breadcrumb", "copyright", "share",
    "pinglun", "xiangguan", "tuijian",
  ]

  /// Returns the value of an attribute.
  static func attribute(_ name: String, of node: UnsafePointer<xmlNode>) -> String? {
    guard let value = xmlGetProp(node, name) else { return nil }
    defer { freeXMLString(value) }
    return String(cString: value)
  }

  /// Whether a row of a table is one of data, with cells of plain text. A row with blocks inside, or
  /// with a long text of several lines, is the page's layout.
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
