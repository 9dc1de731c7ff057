import CXML

/// Parses the output of `pdftotext -bbox-layout`: pages, lines and words with their boxes.
///
/// ```
/// <page width="595.3" height="841.9">
///   <line xMin="105.8" yMin="203.9" xMax="521.2" yMax="224.7">
///     <word xMin="105.8" yMin="203.9" xMax="185.8" yMax="224.7">各位代表：</word>
/// ```
///
/// The output is XHTML, but it can be malformed: a font may map its characters to any code point,
/// and a document title may be in an unknown encoding. Bytes that XML does not allow are replaced
/// before parsing.
enum PageLayoutReader {
  /// Returns the pages in order, or `nil` if the output is truncated or not such a layout.
  ///
  /// - Complexity: O(*n*). No external resource is loaded, and only the five entities that XML
  ///   predefines are expanded.
  static func pages(of layout: [UInt8]) -> [PageLayout]? {
    var text = valid(layout)
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_HUGE.rawValue
    return text.withUnsafeMutableBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters -> [PageLayout]? in
        guard
          let reader = xmlReaderForMemory(
            characters.baseAddress, CInt(clamping: characters.count), nil, "UTF-8", CInt(options))
        else { return nil }
        defer { xmlFreeTextReader(reader) }
        var parsing = LayoutParsing(reader: reader)
        while true {
          switch xmlTextReaderRead(reader) {
          case 1: parsing.takeNode()
          case 0: return parsing.isComplete ? parsing.pages : nil
          default: return nil
          }
        }
      }
    }
  }

  /// Replaces invalid UTF-8 and code points that XML does not allow with U+FFFD, and control
  /// characters with U+007F.
  private static func valid(_ layout: [UInt8]) -> [UInt8] {
    var bytes = layout
    if String(validating: layout, as: UTF8.self) == nil {
      bytes = Array(String(decoding: layout, as: UTF8.self).utf8)
    }
    bytes.withUnsafeMutableBufferPointer { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        if byte < 0x20, byte != 0x0A, byte != 0x0D {
          bytes[index] = UInt8(LayoutParsing.control.value)
        } else if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF,
          bytes[index + 2] >= 0xBE
        {
          bytes[index + 2] = 0xBD
        }
      }
    }
    return bytes
  }
}

/// The pages parsed so far, and the state of the open line and word.
private struct LayoutParsing {
  let reader: xmlTextReaderPtr
  private(set) var pages: [PageLayout] = []
  /// True after the end tag of the `doc` element.
  private(set) var isComplete = false

  /// The substitute of control characters, which are codes of glyphs without a mapping.
  static let control: Unicode.Scalar = "\u{7F}"

  private var words: [PageWord] = []
  /// The box of the words with unmapped glyphs on the open line.
  private var undecodable: PageBox?
  /// The boxes of one piece of each such row of the page.
  private var undecodableRows: [PageBox] = []
  private var box: PageBox?
  private var text = ""

  init(reader: xmlTextReaderPtr) { self.reader = reader }

  mutating func takeNode() {
    let type = xmlTextReaderNodeType(reader)
    if type == XML_READER_TYPE_ELEMENT.rawValue {
      switch name {
      case "page":
        let size = numbers(["width", "height"])
        pages.append(
          PageLayout(number: pages.count + 1, width: size[0], height: size[1], pieces: []))
        undecodableRows = []
      case "line":
        words = []
        undecodable = nil
      case "word":
        let edges = numbers(["xMin", "yMin", "xMax", "yMax"])
        box = PageBox(
          left: edges[0], top: edges[1], right: max(edges[0], edges[2]),
          bottom: max(edges[1], edges[3]))
        text = ""
      default: break
      }
    } else if type == XML_READER_TYPE_TEXT.rawValue || type == XML_READER_TYPE_CDATA.rawValue {
      if box != nil, let value = xmlTextReaderConstValue(reader) { text += String(cString: value) }
    } else if type == XML_READER_TYPE_END_ELEMENT.rawValue {
      switch name {
      case "word": endWord()
      case "line":
        if let piece = LinePiece(words), !pages.isEmpty {
          pages[pages.count - 1].pieces.append(piece)
        }
        if let undecodable, !pages.isEmpty { note(undecodable) }
        words = []
      case "doc": isComplete = true
      default: break
      }
    }
  }

  /// Counts a line with unmapped glyphs, unless it is another piece of a counted one.
  private mutating func note(_ undecodable: PageBox) {
    guard !undecodableRows.contains(where: { $0.sharedHeight(with: undecodable) > 0.5 }) else {
      return
    }
    undecodableRows.append(undecodable)
    pages[pages.count - 1].undecodableLineCount += 1
  }

  private mutating func endWord() {
    if let box, GlyphMapping.isIncomplete(in: text) {
      undecodable = undecodable?.union(box) ?? box
    }
    if text.unicodeScalars.contains(Self.control) {
      text = text.replacing(String(Self.control), with: " ")
    }
    let trimmed = text.unicodeScalars.trimmingWhiteSpace()
    if let box, !trimmed.isEmpty { words.append(PageWord(text: String(trimmed), box: box)) }
    box = nil
  }

  private var name: String { xmlTextReaderConstLocalName(reader).map { String(cString: $0) } ?? "" }

  /// Returns the values of attributes. A missing, non-numeric or implausibly large value is 0.
  private func numbers(_ names: [String]) -> [Double] {
    names.map { name in
      guard xmlTextReaderMoveToAttribute(reader, name) == 1,
        let value = xmlTextReaderConstValue(reader),
        let number = Double(String(cString: value)), number.isFinite, abs(number) < 1_000_000
      else { return 0 }
      return number
    }
  }
}

extension String.UnicodeScalarView {
  /// Returns the characters without leading and trailing white space.
  fileprivate func trimmingWhiteSpace() -> Substring.UnicodeScalarView {
    var rest = self[...]
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return rest
  }
}
