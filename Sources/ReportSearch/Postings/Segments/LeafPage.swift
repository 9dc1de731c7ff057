/// A leaf page of a segment: the end of a list that began before it, then terms with their lists.
///
/// Two bytes tell where the first row id stands that belongs to a list from before (0 for none), two where
/// the body ends; behind it stand the places of the terms that begin on the page.
struct LeafPage {
  /// The bytes, with ``Varint/padding`` behind them.
  let bytes: UnsafePointer<UInt8>
  /// The number of bytes.
  let count: Int
  /// Where the body ends and the places of terms begin.
  let bodyEnd: Int
  /// Where the first row id stands that continues a list from before; 0 for none.
  let firstRow: Int
  /// Where the first term begins; ``bodyEnd`` if none does.
  let firstTerm: Int
  /// The row id at ``firstRow``: it is not a difference; 0 for none.
  let firstRowID: UInt32

  /// The number of bytes in front of the body.
  static let headerByteCount = 4

  /// Whether a term begins here, so that a list from before ends here.
  var hasTerm: Bool { bodyEnd < count }

  /// Reads the header of a page.
  ///
  /// - Returns: `nil` if it contradicts itself.
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
