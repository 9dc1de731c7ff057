import CXML

/// Reads a saved web page: each block of text is a line.
enum HTMLReader {
  /// Returns the non-blank lines, with those around the main text marked. Returns `nil` if the page
  /// cannot be parsed to its end, because part of a page must not pass for the whole. Scripts and
  /// styles are not text.
  static func document(of text: String) -> SourceDocument? {
    guard let page = page(of: text) else { return nil }
    return MainText.document(of: page)
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
      // The text is already decoded, so the declared encoding is ignored.
      HTML_PARSE_IGNORE_ENC,
    ]
    htmlCtxtUseOptions(parser, CInt(options.reduce(0) { $0 | $1.rawValue }))
    // Old pages leave elements open and nest thousands deep. Without these options, libxml2 would
    // stop silently at depth 256 and count lines only up to 65,535. The HTML parser accepts these
    // options only here.
    parser.pointee.options |= CInt(XML_PARSE_HUGE.rawValue | XML_PARSE_BIG_LINES.rawValue)
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8)
    htmlParseDocument(parser)
    defer { xmlFreeDoc(parser.pointee.myDoc) }
    guard parser.pointee.disableSAX == 0 else { return nil }
    // A page that shows its text by scripts, or never closes a hidden element, would be empty.
    for trust in [HiddenText.Trust.everything, .ownStyle] {
      let walker = walk(parser.pointee.myDoc, trusting: trust)
      let (visible, hidden) = walker.proseCounts
      if hidden < leastHiddenText || visible * 2 >= hidden { return walker.page }
    }
    return walk(parser.pointee.myDoc, trusting: .nothing).page
  }

  /// The number of characters in hidden sentences from which hiding is doubted.
  private static let leastHiddenText = 100

  private static func walk(_ document: xmlDocPtr?, trusting trust: HiddenText.Trust) -> PageWalker {
    var walker = PageWalker(trusting: trust)
    // The comment of a saved page is before its root.
    var node = document?.pointee.children
    while let current = node {
      walker.walk(UnsafePointer(current))
      node = current.pointee.next
    }
    walker.endPage()
    return walker
  }
}
