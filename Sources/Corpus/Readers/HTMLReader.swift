import CXML

/// Reads a saved web page: each block of text is a line.
enum HTMLReader {
  /// Returns the lines that are not blank. Scripts, styles and controls are no text.
  ///
  /// libxml2 mends what is broken; a page that it cannot read at all gives no line.
  static func lines(of text: String) -> [SourceLine] {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    var text = text
    let document = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        htmlReadMemory($0.baseAddress, CInt($0.count), nil, "UTF-8", CInt(options))
      }
    }
    guard let document else { return [] }
    defer { xmlFreeDoc(document) }
    var page = PageText()
    page.walk(UnsafePointer(xmlDocGetRootElement(document)))
    page.endLine()
    return page.lines
  }
}

/// Collects the text of a page, block by block.
private struct PageText {
  private(set) var lines: [SourceLine] = []
  private var text = ""
  private var number = 1
  private var role = SourceLine.Role.text
  private var isInRow = false
  private var linkDepth = 0
  /// Whether some of the line that is being collected is no link.
  private var hasPlainText = false

  /// Adds the text of a node and of everything in it, and goes on with its siblings.
  ///
  /// The way is a loop with a way back up, not a recursion: pages nest deeper than stacks.
  mutating func walk(_ root: UnsafePointer<xmlNode>?) {
    guard let root else { return }
    var node = root
    while true {
      let isEntered = enter(node)
      if isEntered, let child = node.pointee.children {
        node = UnsafePointer(child)
        continue
      }
      while true {
        leave(node)
        if node == root { return }
        if let next = node.pointee.next {
          node = UnsafePointer(next)
          break
        }
        guard let parent = node.pointee.parent else { return }
        node = UnsafePointer(parent)
      }
    }
  }

  /// Ends the line that is being collected.
  mutating func endLine() {
    for line in PlainTextReader.lines(of: text) {
      lines.append(
        SourceLine(number: number, text: line.text, role: role, isLinks: !hasPlainText))
    }
    text = ""
    hasPlainText = false
  }

  private mutating func enter(_ node: UnsafePointer<xmlNode>) -> Bool {
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if text.isEmpty { number = max(Int(xmlGetLineNo(node)), 1) }
      if let content = node.pointee.content {
        let piece = spaced(String(cString: content))
        if linkDepth == 0, piece.contains(where: { $0.isLetter || $0.isNumber }) {
          hasPlainText = true
        }
        text += piece
      }
      return false
    case XML_ELEMENT_NODE:
      let name = String(cString: node.pointee.name)
      if Self.withoutText.contains(name) { return false }
      if name == "a", xmlHasProp(node, "href") != nil { linkDepth += 1 }
      if name == "br" {
        if !isInRow { endLine() } else { text += " " }
      } else if name == "tr", isRowOfData(node) {
        endLine()
        role = .row
        isInRow = true
      } else if name == "td" || name == "th", isInRow {
        if !text.isEmpty { text += "\t" }
      } else if let level = Self.headingLevel(name), !isInRow {
        endLine()
        role = .heading(level: level)
      } else if Self.blocks.contains(name), !isInRow {
        endLine()
      }
      return true
    case XML_HTML_DOCUMENT_NODE, XML_DOCUMENT_NODE: return true
    default: return false
    }
  }

  private mutating func leave(_ node: UnsafePointer<xmlNode>) {
    guard node.pointee.type == XML_ELEMENT_NODE else { return }
    let name = String(cString: node.pointee.name)
    if name == "a", linkDepth > 0, xmlHasProp(node, "href") != nil { linkDepth -= 1 }
    if name == "tr", isInRow {
      endLine()
      isInRow = false
      role = .text
    } else if !isInRow, Self.blocks.contains(name) || Self.headingLevel(name) != nil {
      endLine()
      role = .text
    }
  }

  /// A row of data has cells of plain text; a row with blocks inside is the page's layout.
  private func isRowOfData(_ row: UnsafePointer<xmlNode>) -> Bool {
    var cells = 0
    var cell = row.pointee.children
    while let current = cell {
      if current.pointee.type == XML_ELEMENT_NODE {
        cells += 1
        var child = current.pointee.children
        var paragraphs = 0
        while let inner = child {
          if inner.pointee.type == XML_ELEMENT_NODE {
            let name = String(cString: inner.pointee.name)
            if name == "p" {
              paragraphs += 1
            } else if Self.blocks.contains(name) || Self.headingLevel(name) != nil {
              return false
            }
          }
          child = inner.pointee.next
        }
        if paragraphs > 1 { return false }
      }
      cell = current.pointee.next
    }
    return cells > 1
  }

  /// Line ends in the source of a page are spaces on it.
  private func spaced(_ content: String) -> String {
    guard content.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else {
      return content
    }
    let words = content.split {
      $0 == "\n" || $0 == "\r" || $0 == "\t" || $0 == "\r\n" || $0 == " "
    }
    let joined = words.joined(separator: " ")
    let first = content.first.map { $0.isWhitespace } ?? false
    return (first && !text.isEmpty ? " " : "") + joined
      + (content.last?.isWhitespace == true && !joined.isEmpty ? " " : "")
  }

  private static func headingLevel(_ name: String) -> Int? {
    guard name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue,
      (1...6).contains(level)
    else { return nil }
    return level
  }

  private static let withoutText: Set = [
    "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "head", "select",
    "button", "textarea", "input",
  ]

  private static let blocks: Set = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "header", "hr", "html", "li", "main", "nav", "ol",
    "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tfoot", "tr", "ul",
  ]
}
