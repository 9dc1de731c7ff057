/// The format of a file and the documents in it.
struct SourceContent {
  /// The format of the file.
  let format: SourceFormat
  /// The encoding; `nil` in formats that declare it themselves.
  private(set) var encoding: TextEncoding?
  /// The number of undecodable bytes that were replaced by U+FFFD.
  private(set) var replacedByteCount = 0
  /// The offset of the first of these bytes.
  private var firstReplacedByte: Int?
  /// The documents.
  let documents: [SourceDocument]

  /// Recognizes the format by the content and parses the documents.
  ///
  /// - Parameter name: The file name, which decides between text formats without a signature.
  init(
    _ bytes: UnsafeRawBufferPointer, named name: String, _ options: SourceReader.Options
  ) throws(ReadingError.Kind) {
    guard !bytes.isEmpty else { throw .empty }
    switch BinaryFormat(of: bytes) {
    case .zip: try self.init(packed: bytes, options)
    case .pdf: self.init(.pdf, [try PDFReader.document(of: bytes, limits: options.conversion)])
    case .compoundFile: try self.init(compound: bytes, options)
    case let format?: throw .notText(format)
    case nil:
      if bytes.starts(with: "{\\rtf".utf8) {
        try self.init(converting: bytes, from: .rtf, as: .rtf, options)
      } else if WebArchiveReader.isWebArchive(bytes) {
        try self.init(webArchive: bytes, options)
      } else {
        try self.init(text: bytes, named: name, options)
      }
    }
  }

  private init(_ format: SourceFormat, _ documents: [SourceDocument]) {
    self.format = format
    self.documents = documents
  }

  private init(
    packed bytes: UnsafeRawBufferPointer, _ options: SourceReader.Options
  ) throws(ReadingError.Kind) {
    let archive = try ZipArchive(bytes, limit: options.largestContent)
    switch try ContainerFormat(of: archive) {
    case .docx: self.init(.docx, [try WordReader.document(of: archive)])
    case .xlsx: self.init(.xlsx, try SpreadsheetReader.documents(of: archive))
    case .odt: try self.init(converting: bytes, from: .odt, as: .odt, options)
    case .archive, nil: throw .notText(.zip)
    }
  }

  private init(
    compound bytes: UnsafeRawBufferPointer, _ options: SourceReader.Options
  ) throws(ReadingError.Kind) {
    switch CompoundFile(bytes)?.kind {
    case .word: try self.init(converting: bytes, from: .doc, as: .doc, options)
    case .excel: try self.init(converting: bytes, from: .xls, as: .xls, options)
    case .encryptedPackage: throw .encrypted
    case nil: throw .notText(.compoundFile)
    }
  }

  /// Converts the bytes with an external program and reads the result.
  private init(
    converting bytes: UnsafeRawBufferPointer, from format: OfficeConverter.Format,
    as sourceFormat: SourceFormat, _ options: SourceReader.Options
  ) throws(ReadingError.Kind) {
    switch try OfficeConverter(limits: options.conversion).convert(bytes, from: format) {
    case .text(let text):
      self.init(sourceFormat, [SourceDocument(lines: PlainTextReader.lines(of: text))])
    case .package(let package):
      let content = try package.withUnsafeBufferPointer { package throws(ReadingError.Kind) in
        try SourceContent(packed: UnsafeRawBufferPointer(package), options)
      }
      self.init(sourceFormat, content.documents)
    }
  }

  private init(
    webArchive bytes: UnsafeRawBufferPointer, _ options: SourceReader.Options
  ) throws(ReadingError.Kind) {
    let page = try WebArchiveReader.page(of: bytes)
    let decoded: TextDecoder.Decoded
    do throws(TextDecoder.Failure) {
      decoded = try page.bytes.withUnsafeBufferPointer { bytes throws(TextDecoder.Failure) in
        try TextDecoder.decode(
          UnsafeRawBufferPointer(bytes),
          declared: page.charset.flatMap { TextEncoding(declared: $0) },
          tolerating: options.replacesUndecodable ? .any : .few)
      }
    } catch {
      throw ReadingError.Kind(error)
    }
    self.init(.mht, try Self.documents(of: decoded.text, .html))
    take(decoded)
  }

  private init(
    text bytes: UnsafeRawBufferPointer, named name: String, _ options: SourceReader.Options
  ) throws(ReadingError.Kind) {
    let decoded: TextDecoder.Decoded
    do {
      decoded = try TextDecoder.decode(
        bytes, tolerating: options.replacesUndecodable ? .any : .few)
    } catch {
      guard !Self.looksBinary(bytes) else { throw .notText(nil) }
      throw ReadingError.Kind(error)
    }
    let text = Self.withoutEndOfFileMark(decoded.text)
    guard !Self.looksBinary(text.utf8) else { throw .notText(nil) }
    let format = SourceFormat(of: text, fileName: name)
    if format != .html, let kind = XMLFormat(of: text) { throw .unreadableXML(kind) }
    self.init(format, try Self.documents(of: text, format))
    take(decoded)
  }

  /// Removes the control-Z characters with which DOS and CP/M programs end a text.
  private static func withoutEndOfFileMark(_ text: String) -> String {
    let content = text.unicodeScalars
    let isPadding = { (scalar: Unicode.Scalar) in scalar == "\u{1A}" || scalar == "\0" }
    guard let end = content.lastIndex(where: { !isPadding($0) && !$0.properties.isWhitespace })
    else { return text }
    let tail = content[content.index(after: end)...]
    guard let mark = tail.firstIndex(where: isPadding) else { return text }
    return String(content[..<mark])
  }

  /// Notes how the bytes of a text were decoded.
  private mutating func take(_ decoded: TextDecoder.Decoded) {
    encoding = decoded.encoding
    replacedByteCount = (decoded.undecodable?.count ?? 0) + decoded.lostByteCount
    firstReplacedByte = decoded.undecodable?.firstOffset
  }

  /// The reasons why text may be missing from the documents, each once.
  var incompleteness: [Incompleteness] {
    var reasons: [Incompleteness] = []
    for reason in documents.flatMap(\.incompleteness) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    if replacedByteCount > 0 {
      reasons.append(
        Incompleteness(
          .undecodedBytes, byteOffset: firstReplacedByte, count: replacedByteCount))
    }
    return reasons
  }

  private static func documents(
    of text: String, _ format: SourceFormat
  ) throws(ReadingError.Kind) -> [SourceDocument] {
    switch format {
    case .html:
      guard let document = HTMLReader.document(of: text) else { throw .unparsable(.html) }
      return [document]
    case .markdown: return [SourceDocument(lines: MarkdownReader.lines(of: text))]
    case .csv, .tsv: return DelimitedTextReader.documents(of: text, format: format)
    default:
      let text = CharacterReferences.decoded(EscapedCharacters.decoded(text))
      var lines = PlainTextReader.lines(of: text)
      if text.containsByte(0x09) { lines = PlainTextReader.markingRows(lines) }
      return [SourceDocument(lines: HardWrapping.joined(lines))]
    }
  }

  /// Returns true if more than 1% of the first 10,000 bytes are control characters. Such bytes
  /// cannot be text, even if they can be decoded.
  private static func looksBinary(_ bytes: some Sequence<UInt8>) -> Bool {
    var count = 0
    var controls = 0
    for byte in bytes.prefix(10_000) {
      count += 1
      if byte < 0x20, !(0x09...0x0D).contains(byte) { controls += 1 }
    }
    return controls * 100 > count
  }
}

extension ReadingError.Kind {
  fileprivate init(_ failure: TextDecoder.Failure) {
    switch failure {
    case .undecodable(let encoding, let byteOffset):
      self = .undecodable(encoding, byteOffset: byteOffset)
    case .unrecognized: self = .unrecognizedEncoding
    case .garbled(let lineNumber): self = .garbled(lineNumber: lineNumber)
    }
  }
}
