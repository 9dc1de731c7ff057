import CXML

/// Reads a saved web page: each block of text is a line.
enum HTMLReader {
  /// Returns the lines that are not blank, or `nil` if the page cannot be read to its end: part of a
  /// page is never given for the whole. Scripts and styles are no text.
  static func lines(of text: String) -> [SourceLine]? {
    var text = text
    return text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        guard
          let parser = htmlCreateMemoryParserCtxt(characters.baseAddress, CInt(characters.count))
        else { return nil }
        defer { htmlFreeParserCtxt(parser) }
        return lines(by: parser)
      }
    }
  }

  private static func lines(by parser: htmlParserCtxtPtr) -> [SourceLine]? {
    let options: [htmlParserOption] = [
      HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET,
      // The text was decoded already, whatever the page says.
      HTML_PARSE_IGNORE_ENC,
    ]
    htmlCtxtUseOptions(parser, CInt(options.reduce(0) { $0 | $1.rawValue }))
    // Old pages leave elements open and nest thousands deep; libxml2 would stop silently at 256. The
    // HTML parser takes this option only here.
    parser.pointee.options |= CInt(XML_PARSE_HUGE.rawValue)
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
    htmlParseDocument(parser)
    defer { xmlFreeDoc(parser.pointee.myDoc) }
    guard parser.pointee.disableSAX == 0 else { return nil }
    var page = PageText()
    page.walk(UnsafePointer(xmlDocGetRootElement(parser.pointee.myDoc)))
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
  /// Whether some of the line that is being collected is a link.
  private var hasLinkText = false

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
        SourceLine(
          number: number, text: line.text, role: role,
          isLinks: hasLinkText && !hasPlainText && Self.isLinkText(line.text)))
    }
    text = ""
    hasPlainText = false
    hasLinkText = false
  }

  private mutating func enter(_ node: UnsafePointer<xmlNode>) -> Bool {
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if text.isEmpty { number = max(Int(xmlGetLineNo(node)), 1) }
      if let content = node.pointee.content {
        let piece = spaced(String(cString: content))
        if piece.contains(where: { $0.isLetter || $0.isNumber }) {
          if linkDepth == 0 { hasPlainText = true } else { hasLinkText = true }
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
      } else if Self.blocks.contains(name) {
        // Blocks inside a cell must not run together.
        if isInRow { text += " " } else { endLine() }
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

  /// Whether a line of nothing but links can be navigation: it is short, no sentence and no title.
  private static func isLinkText(_ text: String) -> Bool {
    text.unicodeScalars.count <= 40 && !text.contains("。") && TitleLine(text) == nil
  }

  private static func headingLevel(_ name: String) -> Int? {
    guard name.count == 2, name.first == "h", let level = name.last?.wholeNumberValue,
      (1...6).contains(level)
    else { return nil }
    return level
  }

  private static let withoutText: Set = [
    "script", "style", "template", "svg", "math", "head",
  ]

  private static let blocks: Set = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
    "button", "caption", "details", "dir", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hr", "html", "label", "legend", "li", "main", "menu", "nav", "noscript", "object",
    "ol", "option",
    "p", "pre", "section", "select", "summary", "table", "tbody", "td", "textarea", "th", "thead",
    "tfoot", "tr", "ul",
  ]
}
