import CXML

/// Reads XML piece by piece: where elements begin and end, and the text in them.
///
/// Elements are told by their names without namespace, since the same formats were published under
/// several. Safe with files from anywhere: nothing is fetched, a document type with its entities is
/// refused, elements nest 256 deep at most, and XML that breaks off is an error.
///
/// - Parameter Name: The elements that matter, by their names; others are `nil`.
final class XMLPullReader<Name: RawRepresentable> where Name.RawValue == String {
  /// A piece of XML.
  enum Piece {
    /// An element begins.
    case start(Name?)
    /// An element ends, also one that is empty.
    case end(Name?)
    /// Text, as UTF-8 that is there until the next piece is read.
    case text(UnsafeBufferPointer<UInt8>)
  }

  private let format: SourceFormat
  private let content: UnsafeMutableRawBufferPointer
  private let reader: xmlTextReaderPtr
  private var node: UnsafeMutablePointer<xmlNode>?
  private var isAtEmptyElement = false
  /// Names by their addresses: a reader keeps one copy of each.
  private var names: [UnsafePointer<xmlChar>: Name?] = [:]

  /// Begins to read.
  ///
  /// - Parameters:
  ///   - bytes: The whole XML, in UTF-8, or in UTF-16 with its mark.
  ///   - format: The format that is called unparsable if the XML is broken.
  init(_ bytes: [UInt8], of format: SourceFormat) throws(ReadingError.Kind) {
    let options: [xmlParserOption] = [
      XML_PARSE_NONET, XML_PARSE_NOERROR, XML_PARSE_NOWARNING,
      // The encoding is known already, whatever the XML says.
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
    // Some faults are told past the options.
    xmlTextReaderSetStructuredErrorHandler(reader, { _, _ in }, nil)
    self.format = format
    self.content = content
    self.reader = reader
  }

  deinit {
    xmlFreeTextReader(reader)
    content.deallocate()
  }

  /// Reads the next piece, or returns `nil` at the end.
  ///
  /// - Throws: `unparsable` if the XML is broken or holds what it must not.
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

  /// Leaves the element that has just begun out, with everything in it.
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

  /// The value of an attribute of the element that has just begun, by its name without namespace.
  func attribute(_ name: StaticString) -> String? {
    withAttribute(name) { String(decoding: $0, as: UTF8.self) }
  }

  /// The value of an attribute if it is a whole number that 32 bits can hold.
  func number(_ name: StaticString) -> Int? {
    attribute(name).flatMap(Int32.init).map(Int.init)
  }

  /// Whether a property that is on where nothing else is said is on: `<w:vanish/>`, but not
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

  /// XML in UTF-8; it may be stored in UTF-16 with its mark.
  private static func utf8(
    _ bytes: [UInt8], _ format: SourceFormat
  ) throws(ReadingError.Kind) -> [UInt8] {
    guard bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) else {
      // In no other encoding does XML begin like this and hold no zeros.
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
    // A name keeps its prefix only where no namespace was declared for it.
    guard !text.contains(":") else { throw .unparsable(format) }
    let name = Name(rawValue: text)
    names[address] = name
    return name
  }
}
