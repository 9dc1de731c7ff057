import CXML

/// Reads a saved web page: each block of text is a line.
enum HTMLReader {
  /// Returns the lines that are not blank, with those around the main text marked, or `nil` if the page
  /// cannot be read to its end: part of a page is never given for the whole. Scripts and styles are no
  /// text.
  static func document(of text: String) -> SourceDocument? {
    guard var page = page(of: text) else { return nil }
    let main = MainText.mark(&page)
    var document = SourceDocument(lines: page.lines.map(\.line))
    document.incompleteness = HTMLFrames.incompleteness(of: page, main: main)
    document.title = page.head.mainTitle
    document.metadata.date = page.head.publishDate
    document.metadata.publisher = page.head.contentSource
    document.metadata.url = page.head.url
    return document
  }

  private static func page(of text: String) -> Page? {
    var text = text
    return text.withUTF8 { bytes -> Page? in
      guard HTMLTags.areTame(bytes) else { return nil }
      return bytes.withMemoryRebound(to: CChar.self) { characters in
        guard
          let parser = htmlCreateMemoryParserCtxt(characters.baseAddress, CInt(characters.count))
        else { return nil }
        defer { htmlFreeParserCtxt(parser) }
        return page(by: parser)
      }
    }
  }

  private static func page(by parser: htmlParserCtxtPtr) -> Page? {
    let options: [htmlParserOption] = [
      HTML_PARSE_RECOVER, HTML_PARSE_NOERROR, HTML_PARSE_NOWARNING, HTML_PARSE_NONET,
      // The text was decoded already, whatever the page says.
      HTML_PARSE_IGNORE_ENC,
    ]
    htmlCtxtUseOptions(parser, CInt(options.reduce(0) { $0 | $1.rawValue }))
    // Old pages leave elements open and nest thousands deep; libxml2 would stop silently at 256. It
    // would also count lines up to 65,535 only. The HTML parser takes these options only here.
    parser.pointee.options |= CInt(XML_PARSE_HUGE.rawValue | XML_PARSE_BIG_LINES.rawValue)
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
    htmlParseDocument(parser)
    defer { xmlFreeDoc(parser.pointee.myDoc) }
    guard parser.pointee.disableSAX == 0 else { return nil }
    var walker = PageWalker()
    // The comment of a saved page stands before its root.
    var node = parser.pointee.myDoc?.pointee.children
    while let current = node {
      walker.walk(UnsafePointer(current))
      node = current.pointee.next
    }
    walker.endLine()
    return walker.page
  }
}
