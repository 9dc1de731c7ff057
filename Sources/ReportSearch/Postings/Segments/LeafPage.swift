/// A leaf page of a segment: the end of a doclist from an earlier page, then terms with their
/// doclists.
///
/// The header is two big-endian 16-bit numbers: the offset of the first row id of a doclist that
/// continues from an earlier page (0 for none), and the offset at which the body ends. The offsets
/// of the terms that begin on the page follow the body.
struct LeafPage {
  /// The bytes, followed by ``Varint/padding`` zero bytes.
  let bytes: UnsafePointer<UInt8>
  /// The number of bytes.
  let count: Int
  /// The offset at which the body ends and the offsets of terms begin.
  let bodyEnd: Int
  /// The offset of the first row id that continues a doclist from an earlier page; 0 for none.
  let firstRow: Int
  /// The offset of the first term; ``bodyEnd`` if no term begins on the page.
  let firstTerm: Int
  /// The row id at ``firstRow``, which is absolute; 0 for none.
  let firstRowID: UInt32

  /// The size of the header in bytes.
  static let headerByteCount = 4

  /// True if a term begins on the page, which ends a doclist from an earlier page.
  var hasTerm: Bool { bodyEnd < count }

  /// Parses the header of a page.
  ///
  /// - Returns: `nil` if the page is inconsistent.
  init?(_ bytes: UnsafePointer<UInt8>, count: Int) {
    guard count >= Self.headerByteCount else { return nil }
    let firstRow = Int(bytes[0]) << 8 | Int(bytes[1])
    let bodyEnd = Int(bytes[2]) << 8 | Int(bytes[3])
    guard Self.headerByteCount...count ~= bodyEnd else { return nil }
    var firstTerm = bodyEnd
    if bodyEnd < count {
      var offset = bodyEnd
      firstTerm = Int(Varint.read(bytes, at: &offset))
      guard offset <= count, Self.headerByteCount..<bodyEnd ~= firstTerm else { return nil }
    }
    var firstRowID: UInt32 = 0
    if firstRow != 0 {
      guard Self.headerByteCount..<firstTerm ~= firstRow else { return nil }
      var offset = firstRow
      firstRowID = Varint.read(bytes, at: &offset)
    }
    self.bytes = bytes
    self.count = count
    self.bodyEnd = bodyEnd
    self.firstRow = firstRow
    self.firstTerm = firstTerm
    self.firstRowID = firstRowID
  }
}
