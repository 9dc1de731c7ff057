import CXML

/// A pull parser for XML that returns the start and end of elements and the text between them.
///
/// Elements are identified by local name, because the same formats were published under several
/// namespaces. The parser is safe for untrusted files: it loads no external resources, rejects
/// document types and their entities, limits nesting to 256 levels, and reports truncated XML as an
/// error.
///
/// - Parameter Name: The relevant elements, by local name. Others are `nil`.
final class XMLPullReader<Name: RawRepresentable> where Name.RawValue == String {
  /// A parsing event.
  enum Piece {
    /// An element begins.
    case start(Name?)
    /// An element ends. Empty elements end, too.
    case end(Name?)
    /// Text in UTF-8. The buffer is valid until the next piece is read.
    case text(UnsafeBufferPointer<UInt8>)
  }

  private let format: SourceFormat
  private let content: UnsafeMutableRawBufferPointer
  private let reader: xmlTextReaderPtr
  private var node: UnsafeMutablePointer<xmlNode>?
  private var isAtEmptyElement = false
  /// Names by address. libxml2 keeps one copy of each name.
  private var names: [UnsafePointer<xmlChar>: Name?] = [:]

  /// Creates a parser.
  ///
  /// - Parameters:
  ///   - bytes: The whole XML in UTF-8, or in UTF-16 with a byte order mark.
  ///   - format: The format that errors name.
  /// - Throws: `unparsable` if the bytes are not such XML, or would be too costly to parse.
  init(_ bytes: [UInt8], of format: SourceFormat) throws(ReadingError.Kind) {
    let options: [xmlParserOption] = [
      XML_PARSE_NONET, XML_PARSE_NOERROR, XML_PARSE_NOWARNING,
      // The encoding is known, so the declaration is ignored.
      XML_PARSE_IGNORE_ENC,
    ]
    let bytes = try Self.utf8(bytes, format)
    let content = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    content.copyBytes(from: bytes)
    guard XMLTags.areTame(UnsafeRawBufferPointer(content)), let size = CInt(exactly: content.count),
      let reader = xmlReaderForMemory(
        content.baseAddress?.assumingMemoryBound(to: CChar.self), size, nil, nil,
        CInt(options.reduce(0) { $0 | $1.rawValue }))
    else {
      content.deallocate()
      throw .unparsable(format)
    }
    // libxml2 reports some errors here even with XML_PARSE_NOERROR.
    xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
    self.format = format
    self.content = content
    self.reader = reader
  }

  deinit {
    xmlFreeTextReader(reader)
    content.deallocate()
  }

  /// Returns the next piece, or `nil` at the end.
  ///
  /// - Throws: `unparsable` if the XML is malformed or contains a document type or entity
  ///   reference.
  func next() throws(ReadingError.Kind) -> Piece? {
    if isAtEmptyElement {
      isAtEmptyElement = false
      return .end(try name())
    }
    while true {
      let status = xmlTextReaderRead(reader)
      if status == 0 { return nil }
      guard status == 1, let current = xmlTextReaderCurrentNode(reader) else {
        throw .unparsable(format)
      }
      node = current
      switch xmlReaderTypes(UInt32(bitPattern: xmlTextReaderNodeType(reader))) {
      case XML_READER_TYPE_ELEMENT:
        isAtEmptyElement = xmlTextReaderIsEmptyElement(reader) == 1
        return .start(try name())
      case XML_READER_TYPE_END_ELEMENT: return .end(try name())
      case XML_READER_TYPE_TEXT, XML_READER_TYPE_CDATA, XML_READER_TYPE_WHITESPACE,
        XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        guard let text = current.pointee.content else { continue }
        return .text(UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text))))
      case XML_READER_TYPE_DOCUMENT_TYPE, XML_READER_TYPE_ENTITY_REFERENCE:
        throw .unparsable(format)
      default: continue
      }
    }
  }

  /// Skips the rest of the element that has just begun.
  func skipElement() throws(ReadingError.Kind) {
    var depth = 1
    while depth > 0, let piece = try next() {
      switch piece {
      case .start: depth += 1
      case .end: depth -= 1
      case .text: break
      }
    }
  }

  /// Returns the value of an attribute of the element that has just begun, by local name.
  func attribute(_ name: StaticString) -> String? {
    withAttribute(name) { String(decoding: $0, as: UTF8.self) }
  }

  /// Returns the value of an attribute as a 32-bit integer, or `nil` if it is not one.
  func number(_ name: StaticString) -> Int? {
    attribute(name).flatMap(Int32.init).map(Int.init)
  }

  /// Returns true if an on/off property is on. It is on without a value: `<w:vanish/>`, but not
  /// `<w:vanish w:val="0"/>`.
  func isOn(_ name: StaticString) -> Bool {
    guard let value = attribute(name) else { return true }
    return value != "0" && value != "false" && value != "off"
  }

  private func withAttribute<Value>(
    _ name: StaticString, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) -> Value? {
    guard let node, node.pointee.type == XML_ELEMENT_NODE else { return nil }
    var attribute = node.pointee.properties
    while let current = attribute {
      if xmlStrEqual(current.pointee.name, name.utf8Start) == 1 {
        let text = current.pointee.children.flatMap { $0.pointee.content }
        return body(UnsafeBufferPointer(start: text, count: text.map { Int(xmlStrlen($0)) } ?? 0))
      }
      attribute = current.pointee.next
    }
    return nil
  }

  /// Returns XML in UTF-8. The input may be in UTF-16 with a byte order mark.
  private static func utf8(
    _ bytes: [UInt8], _ format: SourceFormat
  ) throws(ReadingError.Kind) -> [UInt8] {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else {
      // UTF-8 is the only encoding in which XML begins like this and contains no zero bytes.
      let begins =
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.first.map { $0 <= 0x3C } ?? false
      guard begins, !bytes.contains(0) else { throw .unparsable(format) }
      return bytes
    }
    let text = bytes.withUnsafeBytes { bytes in Result { try TextDecoder.decode(bytes).text } }
    guard case .success(let text) = text else { throw .unparsable(format) }
    return Array(text.utf8)
  }

  private func name() throws(ReadingError.Kind) -> Name? {
    guard let address = node?.pointee.name else { return nil }
    if let known = names[address] { return known }
    let text = String(cString: address)
    // libxml2 keeps the prefix in a name only if its namespace is not declared.
    guard !text.contains(":") else { throw .unparsable(format) }
    let name = Name(rawValue: text)
    names[address] = name
    return name
  }
}
