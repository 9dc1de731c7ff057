/// Scans the tags of XML before it is parsed, to reject input that is too costly for libxml2.
///
/// libxml2 compares each attribute of an element with all others. It searches all namespaces in
/// scope for each element. It rescans a construct that contains `>` with every chunk of input. It
/// keeps comments in memory. A crafted file of one megabyte can take minutes, or many times its
/// size in memory.
struct XMLTags {
  /// The maximum number of attributes of an element. Documents use a few dozen.
  private static let mostAttributes = 128
  /// The maximum number of namespaces in scope. Documents declare a few dozen.
  private static let mostNamespaces = 256
  /// The nesting limit of libxml2.
  private static let deepest = 256
  /// The maximum number of comments and processing instructions. Programs write them only in the
  /// first lines.
  private static let mostAsides = 10_000
  /// The maximum length in bytes of a tag or section that contains `>`, or that is not closed.
  /// Those without `>` can be longer, as they can contain whole drawings.
  private static let longestIrregular = 1 << 16

  private let bytes: UnsafeRawBufferPointer
  private var place = 0
  /// The number of namespaces that each open element declares.
  private var open: [Int] = []
  private var namespaceCount = 0
  private var asideCount = 0

  /// Returns true if XML has no document type and can be parsed in linear time.
  ///
  /// - Parameter bytes: XML in UTF-8. The result for malformed XML is unspecified.
  /// - Complexity: O(*n*).
  static func areTame(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var tags = XMLTags(bytes: bytes)
    while let start = tags.find(UInt8(ascii: "<")) {
      tags.place = start
      guard tags.takeTag() else { return false }
    }
    return true
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Advances past a tag or an incomplete tag. Returns `false` if a limit is exceeded.
  private mutating func takeTag() -> Bool {
    switch place + 1 < bytes.count ? bytes[place + 1] : 0 {
    case UInt8(ascii: "?"): return takeAside(Self.instruction, to: Self.endOfInstruction)
    case UInt8(ascii: "!"):
      if isAt(Self.comment) { return takeAside(Self.comment, to: Self.endOfComment) }
      // The rest is a document type, which documents must not have. It can define entities that
      // expand exponentially, and attributes.
      return isAt(Self.section) && skip(Self.section, to: Self.endOfSection)
    case UInt8(ascii: "/"):
      namespaceCount -= open.popLast() ?? 0
      return skip(Self.end, to: Self.endOfTag)
    default: return takeStart()
    }
  }

  private mutating func takeAside(_ start: [UInt8], to end: [UInt8]) -> Bool {
    asideCount += 1
    return asideCount <= Self.mostAsides && skip(start, to: end)
  }

  private mutating func takeStart() -> Bool {
    var attributes = 0
    var namespaces = 0
    var isIrregular = false
    let start = place
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: ">"):
        guard !isIrregular || place - start <= Self.longestIrregular else { return false }
        if bytes[place - 1] == UInt8(ascii: "/") { return true }
        open.append(namespaces)
        namespaceCount += namespaces
        return open.count <= Self.deepest && namespaceCount <= Self.mostNamespaces
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        attributes += 1
        guard attributes <= Self.mostAttributes else { return false }
        place += 1
        let end = find(byte) ?? bytes.count
        isIrregular = isIrregular || bytes[min(place, end)..<end].contains(UInt8(ascii: ">"))
        place = end
      case UInt8(ascii: "x"):
        if isAt(Self.namespace) { namespaces += 1 }
      default: break
      }
      place += 1
    }
    return !isIrregular
  }

  /// Advances to the end of a construct. Returns `false` if a limit is exceeded.
  private mutating func skip(_ opening: [UInt8], to end: [UInt8]) -> Bool {
    let start = place
    place += opening.count
    while let next = find(end[0]) {
      place = next
      if isAt(end) {
        return place - start <= Self.longestIrregular
          || !bytes[start..<place].contains(UInt8(ascii: ">"))
      }
      place += 1
    }
    place = bytes.count
    return bytes.count - start <= Self.longestIrregular
  }

  private func find(_ byte: UInt8) -> Int? {
    bytes[min(place, bytes.count)...].firstIndex(of: byte)
  }

  private func isAt(_ text: [UInt8]) -> Bool { bytes[place...].starts(with: text) }

  private static let instruction = Array("<?".utf8)
  private static let end = Array("</".utf8)
  private static let endOfTag = Array(">".utf8)
  private static let comment = Array("<!--".utf8)
  private static let endOfComment = Array("-->".utf8)
  private static let section = Array("<![CDATA[".utf8)
  private static let endOfSection = Array("]]>".utf8)
  private static let endOfInstruction = Array("?>".utf8)
  private static let namespace = Array("xmlns".utf8)
}
