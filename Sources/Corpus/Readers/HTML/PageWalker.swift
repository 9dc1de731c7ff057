import CXML

/// Collects the text of a page, block by block.
struct PageWalker {
  /// What was collected.
  private(set) var page = Page()

  private var text = ""
  private var number = 1
  private var role = SourceLine.Role.text
  private var isInRow = false
  private var preformattedDepth = 0
  private var linkDepth = 0
  /// The places of the elements that are open, and the nodes that they were made for.
  private var open: [(element: Int, node: UnsafePointer<xmlNode>?)] = [(0, nil)]
  /// Whether some of the line that is being collected is no link.
  private var hasPlainText = false
  /// Whether some of the line that is being collected is a link.
  private var hasLinkText = false
  /// Whether the line stands in an element that holds no text of the page: a choice, a button.
  private var isInterface = false

  /// Adds the text of a node and of everything in it.
  ///
  /// The way is a loop with a way back up, not a recursion: pages nest deeper than stacks.
  mutating func walk(_ root: UnsafePointer<xmlNode>) {
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
    let isLinks = hasLinkText && !hasPlainText
    for (place, line) in PlainTextReader.lines(of: text).enumerated() {
      let number = preformattedDepth > 0 ? number + place : number
      page.lines.append(
        Page.Line(
          line: SourceLine(
            number: number, text: line.text, role: role,
            isLinks: isLinks && Self.isLinkText(line.text), chrome: chrome(of: line.text)),
          element: open.last!.element))
    }
    text = ""
    hasPlainText = false
    hasLinkText = false
    isInterface = false
  }

  private func chrome(of line: String) -> ChromeReason? {
    // Browsers without scripts would show the elements in <noscript>; parsers show them as text.
    if line.hasPrefix("<"), line.hasSuffix(">") { return .artifact }
    return isInterface && line.unicodeScalars.count <= 20 ? .interface : nil
  }

  private mutating func enter(_ node: UnsafePointer<xmlNode>) -> Bool {
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
      if let content = node.pointee.content {
        add(String(cString: content), at: xmlGetLineNo(node))
      }
      return false
    case XML_COMMENT_NODE:
      if let content = node.pointee.content { page.head.note(comment: String(cString: content)) }
      return false
    case XML_ELEMENT_NODE: return enter(element: node, named: String(cString: node.pointee.name))
    case XML_HTML_DOCUMENT_NODE, XML_DOCUMENT_NODE: return true
    default: return false
    }
  }

  private mutating func enter(element node: UnsafePointer<xmlNode>, named name: String) -> Bool {
    if name == "title" || name == "meta" { noteHead(node, named: name) }
    if HTMLElements.withoutText.contains(name) { return false }
    if let address = HTMLFrames.address(of: node, named: name) {
      page.frames.append(Page.Frame(address: address, element: open.last!.element))
    }
    if name == "a", xmlHasProp(node, "href") != nil { linkDepth += 1 }
    if name == "pre" { preformattedDepth += 1 }
    if name == "br" {
      if preformattedDepth > 0 { text += "\n" } else if !isInRow { endLine() } else { text += " " }
    } else if name == "tr", HTMLElements.isRowOfData(node) {
      endLine()
      role = .row
      isInRow = true
    } else if name == "td" || name == "th", isInRow {
      if !text.isEmpty { text += "\t" }
    } else if let level = HTMLElements.headingLevel(name), !isInRow {
      endLine()
      role = .heading(level: level)
    } else if HTMLElements.blocks.contains(name) {
      // Blocks inside a cell must not run together.
      if isInRow { text += " " } else { endLine() }
    }
    if !isInRow, HTMLElements.containers.contains(name) { open(node, named: name) }
    if HTMLElements.interface.contains(name) { isInterface = true }
    return true
  }

  private mutating func open(_ node: UnsafePointer<xmlNode>, named name: String) {
    let parent = open.last!.element
    page.elements.append(
      Page.Element(
        parent: parent, isWholePage: name == "html" || name == "body",
        isBeside: HTMLElements.isBeside(node, named: name)))
    open.append((page.elements.count - 1, node))
  }

  private mutating func leave(_ node: UnsafePointer<xmlNode>) {
    guard node.pointee.type == XML_ELEMENT_NODE else { return }
    let name = String(cString: node.pointee.name)
    if name == "a", linkDepth > 0, xmlHasProp(node, "href") != nil { linkDepth -= 1 }
    if name == "tr", isInRow {
      endLine()
      isInRow = false
      role = .text
    } else if !isInRow, HTMLElements.blocks.contains(name) || HTMLElements.headingLevel(name) != nil
    {
      endLine()
      role = .text
    }
    if name == "pre", preformattedDepth > 0 { preformattedDepth -= 1 }
    if open.last!.node == node { open.removeLast() }
  }

  /// Line ends in the source of a page are spaces on it, but for preformatted text.
  private mutating func add(_ content: String, at line: Int) {
    if text.isEmpty { number = max(line, 1) }
    let piece = preformattedDepth > 0 ? content : spaced(content)
    if piece.contains(where: { $0.isLetter || $0.isNumber }) {
      if linkDepth == 0 { hasPlainText = true } else { hasLinkText = true }
    }
    text += piece
  }

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

  private mutating func noteHead(_ node: UnsafePointer<xmlNode>, named name: String) {
    if name == "title" {
      guard page.head.title == nil, let content = xmlNodeGetContent(node) else { return }
      defer { freeXMLString(content) }
      page.head.title = spaced(String(cString: content))
    } else if let key = HTMLElements.attribute("name", of: node),
      let content = HTMLElements.attribute("content", of: node)
    {
      page.head.note(content, under: key)
    }
  }

  /// Whether a line of nothing but links can be navigation: it is short, no sentence and no title.
  private static func isLinkText(_ text: String) -> Bool {
    text.unicodeScalars.count <= 40 && !text.contains("。") && TitleLine(text) == nil
  }
}
