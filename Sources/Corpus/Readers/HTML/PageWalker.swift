import CXML

/// Collects the text of a page, block by block.
struct PageWalker {
  /// The text so far.
  private(set) var page = Page()
  /// The number of characters of visible and of hidden sentences.
  private(set) var proseCounts = (visible: 0, hidden: 0)

  private var hiddenText: HiddenText
  private var line = LineCollector()
  private var rows = PageTableRows()
  private var role = SourceLine.Role.text
  private var isInRow = false
  private var preformattedDepth = 0
  private var linkDepth = 0
  private var emphasisDepth = 0
  /// The indices of the open elements with the nodes that opened them.
  private var open: [(element: Int, node: UnsafePointer<xmlNode>?)] = [(0, nil)]
  /// The open hidden element, or the open ruby annotation.
  private var hiddenRoot: (node: UnsafePointer<xmlNode>, reason: ChromeReason)?
  /// The open nodes that are counted in ``linkDepth``.
  private var links: [UnsafePointer<xmlNode>] = []
  /// Caches of the meanings of names and inline styles, which repeat on a page.
  private var meanings: [String: ElementNames.Meaning] = [:]
  private var styles: [String: (hides: Bool, emphasizes: Bool)] = [:]
  private var emphases: [UnsafePointer<xmlNode>] = []

  init(trusting trust: HiddenText.Trust) { hiddenText = HiddenText(trusting: trust) }

  /// Adds the text of a node and its descendants.
  ///
  /// The traversal is a loop and not recursive, because pages nest deeper than the stack allows.
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
    guard hiddenRoot == nil else { return line.endHiddenLine() }
    if !line.isEmpty { addLines() }
    line.endHiddenLine()
    for text in line.hidden {
      let reason = text.reason
      let entry = SourceLine(number: text.number, text: text.text, chrome: reason)
      page.lines.append(Page.Line(line: entry, element: open.last!.element))
      if reason == .hidden, text.text.hasFullStop {
        proseCounts.hidden += text.text.unicodeScalars.count
      }
    }
    line = LineCollector()
  }

  private mutating func addLines() {
    for (place, text) in PlainTextReader.lines(of: line.text).enumerated() {
      let number = preformattedDepth > 0 ? line.number + place : line.number
      let isLinks = line.linkLetters > 0 && line.linkLetters == line.letters
      let entry = SourceLine(
        number: number, text: text.text, role: role,
        isLinks: isLinks && !line.isAttachment && isLinkText(text.text),
        chrome: chrome(of: text.text))
      if text.text.hasFullStop { proseCounts.visible += text.text.unicodeScalars.count }
      page.lines.append(
        Page.Line(
          line: entry, element: open.last!.element, letters: line.letters,
          linkLetters: line.linkLetters,
          isEmphasized: line.letters > 0 && line.emphasizedLetters == line.letters,
          isAttachment: line.isAttachment, date: line.date))
    }
  }

  private func chrome(of text: String) -> ChromeReason? {
    // The parser returns the elements in `<noscript>` as text.
    if text.hasPrefix("<"), text.hasSuffix(">") { return .artifact }
    guard line.isInterface, text.unicodeScalars.count <= 20 else { return nil }
    return text.hasFullStop || text.unicodeScalars.contains("，") ? nil : .interface
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
    if HTMLElements.isOfWord(node, named: name) { return false }
    let attributes = HTMLAttributes(of: node)
    if HTMLElements.withoutText.contains(name) || name == "meta" {
      noteHead(node, named: name, attributes)
      // Word leaves such elements open inside paragraphs.
      return name == "meta"
    }
    let isBlock = HTMLElements.blocks.contains(name) || HTMLElements.headingLevel(name) != nil
    if hiddenRoot != nil {
      if isBlock || name == "br" { line.endHiddenLine() }
      return true
    }
    if HTMLElements.annotations.contains(name) {
      hiddenRoot = (node, .annotation)
      return true
    }
    let style = style(attributes.style)
    if hiddenText.hides(name, attributes, isStyledSo: style.hides), !HiddenText.isUnfolded(node) {
      if isBlock, !isInRow { endLine() }
      hiddenRoot = (node, .hidden)
      return true
    }
    if let address = HTMLFrames.address(of: node, named: name) {
      page.frames.append(Page.Frame(address: address, element: open.last!.element))
    }
    enter(visible: node, named: name, attributes)
    if style.emphasizes || HTMLElements.isEmphasis(name, attributes)
      || meaning(attributes.names).isTitle
    {
      emphasisDepth += 1
      emphases.append(node)
    }
    return true
  }

  private mutating func style(_ text: String) -> (hides: Bool, emphasizes: Bool) {
    if text.isEmpty { return (false, false) }
    if let known = styles[text] { return known }
    if styles.count > Self.mostMeanings { styles.removeAll() }
    let style = (
      HiddenText.hides(text),
      text.contains("text-align") && text.contains("center") || text.contains("bold")
    )
    styles[text] = style
    return style
  }

  private mutating func meaning(_ names: String) -> ElementNames.Meaning {
    if names.isEmpty { return ElementNames.Meaning() }
    if let known = meanings[names] { return known }
    if meanings.count > Self.mostMeanings { meanings.removeAll() }
    let meaning = ElementNames.meaning(of: names)
    meanings[names] = meaning
    return meaning
  }

  private static let mostMeanings = 10_000

  private mutating func enter(
    visible node: UnsafePointer<xmlNode>, named name: String, _ attributes: HTMLAttributes
  ) {
    if name == "pre" { preformattedDepth += 1 }
    if name == "br" {
      if preformattedDepth > 0 {
        line.text += "\n"
      } else if isInRow {
        line.text += " "
      } else {
        endLine()
      }
    } else if name == "table" {
      rows.enterTable()
    } else if name == "tr", HTMLElements.isRowOfData(node) {
      endLine()
      role = .row
      isInRow = true
    } else if name == "td" || name == "th", isInRow {
      rows.endCell(&line.text)
      rows.enterCell(rows: attributes.rows, columns: attributes.columns)
    } else if let level = HTMLElements.headingLevel(name), !isInRow {
      endLine()
      role = .heading(level: level)
    } else if HTMLElements.blocks.contains(name) {
      // Separate blocks inside a cell by a space.
      if isInRow { line.text += " " } else { endLine() }
    }
    if !isInRow, HTMLElements.containers.contains(name) { open(node, named: name, attributes) }
    if name == "a" { noteLink(node, attributes) }
    if HTMLElements.interface.contains(name) { line.isInterface = true }
    if name == "time", let date = attributes.date.flatMap({ PublicationLine.date(in: $0) }) {
      line.date = date
    }
  }

  private mutating func noteLink(_ node: UnsafePointer<xmlNode>, _ attributes: HTMLAttributes) {
    // A heading that links to itself does not link to another page.
    if let address = attributes.address, address.hasPrefix("#"), address.utf8.count > 1 { return }
    // A link without an address is a button controlled by a script.
    guard attributes.address != nil || attributes.hasAction || !attributes.isAnchor else { return }
    linkDepth += 1
    links.append(node)
    if let address = attributes.address, Self.isFile(address) { line.isAttachment = true }
  }

  /// Returns true if an address is that of a file: `/u/1.doc`, `down.jsp?filename=1.doc`.
  private static func isFile(_ address: String) -> Bool {
    guard address.utf8.count <= 1_000 else { return false }
    return address.utf8.split(whereSeparator: isAddressMark).contains { part in
      guard let dot = part.lastIndex(of: UInt8(ascii: ".")), part[dot...].count <= 5 else {
        return false
      }
      return fileEndings.contains(String(Substring(part[dot...])).lowercased())
    }
  }

  private static func isAddressMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "?") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: "=")
  }

  private static let fileEndings: Set = [
    ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".pdf", ".wps", ".et", ".ofd", ".rar",
    ".zip",
    ".7z", ".rtf", ".txt", ".csv",
  ]

  private mutating func open(
    _ node: UnsafePointer<xmlNode>, named name: String, _ attributes: HTMLAttributes
  ) {
    let parent = open.last!.element
    let start = page.lines.count
    page.elements.append(
      Page.Element(
        parent: parent, name: name, isWholePage: name == "html" || name == "body",
        isBeside: ElementNames.isBeside(tag: name) ?? meaning(attributes.names).isBeside,
        lines: start..<start))
    open.append((page.elements.count - 1, node))
  }

  private mutating func leave(_ node: UnsafePointer<xmlNode>) {
    guard node.pointee.type == XML_ELEMENT_NODE else { return }
    let name = String(cString: node.pointee.name)
    if HTMLElements.isOfWord(node, named: name) { return }
    let isBlock = HTMLElements.blocks.contains(name) || HTMLElements.headingLevel(name) != nil
    if let hidden = hiddenRoot {
      if isBlock || hidden.node == node { line.endHiddenLine() }
      guard hidden.node == node else { return }
      hiddenRoot = nil
      if isBlock, !isInRow { endLine() }
      return
    }
    if links.last == node {
      links.removeLast()
      linkDepth -= 1
    }
    if name == "tr", isInRow {
      rows.endCell(&line.text)
      line.text = rows.endRow()
      endLine()
      isInRow = false
      role = .text
    } else if !isInRow, isBlock {
      endLine()
      role = .text
    }
    if emphases.last == node {
      emphases.removeLast()
      emphasisDepth -= 1
    }
    if name == "table" { rows.leaveTable() }
    if name == "pre", preformattedDepth > 0 { preformattedDepth -= 1 }
    if open.last!.node == node {
      let element = open.removeLast().element
      page.elements[element].lines = page.elements[element].lines.lowerBound..<page.lines.count
    }
  }

  /// Ends the page.
  mutating func endPage() {
    hiddenRoot = nil
    endLine()
    page.elements[0].lines = 0..<page.lines.count
  }

  /// Adds text. Line ends in the source become spaces, except in preformatted text.
  private mutating func add(_ content: String, at number: Int) {
    if let hidden = hiddenRoot {
      return line.addHidden(
        LineCollector.spaced(content, after: true), at: max(number, 1), because: hidden.reason)
    }
    if line.text.isEmpty { line.number = max(number, 1) }
    let piece =
      preformattedDepth > 0 ? content : LineCollector.spaced(content, after: !line.text.isEmpty)
    line.add(piece, isLink: linkDepth > 0, isEmphasized: emphasisDepth > 0)
  }

  private mutating func noteHead(
    _ node: UnsafePointer<xmlNode>, named name: String, _ attributes: HTMLAttributes
  ) {
    switch name {
    case "meta":
      let key =
        HTMLElements.attribute("name", of: node)
        ?? HTMLElements.attribute("property", of: node)
        ?? HTMLElements.attribute("itemprop", of: node)
      if let key, let content = HTMLElements.attribute("content", of: node) {
        page.head.note(content, under: key)
      }
    case "title":
      guard page.head.title == nil, let content = xmlNodeGetContent(node) else { return }
      defer { freeXMLString(content) }
      page.head.title = LineCollector.spaced(String(cString: content), after: false)
    case "style":
      if let content = node.pointee.children?.pointee.content {
        hiddenText.note(styleSheet: String(cString: content))
      }
    case "script":
      if attributes.type == "application/ld+json",
        let content = node.pointee.children?.pointee.content
      {
        page.head.note(linkedData: String(cString: content))
      }
    default: break
    }
  }

  /// Returns true if a line of links can be navigation: it is short, not a sentence and not a main
  /// heading.
  private func isLinkText(_ text: String) -> Bool {
    guard text.unicodeScalars.count <= 40, !text.hasFullStop else { return false }
    return role != .heading(level: 1) && role != .heading(level: 2) || TitleLine(text) == nil
  }
}

extension String {
  /// True if the text contains the full stop 。.
  var hasFullStop: Bool {
    var (first, second): (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      if byte == 0x82, second == 0x80, first == 0xE3 { return true }
      (first, second) = (second, byte)
    }
    return false
  }
}
