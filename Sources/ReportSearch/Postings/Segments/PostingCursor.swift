/// A cursor over the paragraphs that contain a term, in ascending order.
protocol PostingCursor {
  /// The id of the current paragraph; 0 before the first one.
  var row: UInt32 { get }
  /// The encoded positions of the term in the paragraph: see ``PositionDecoder``. Valid until the
  /// next step.
  var positions: UnsafeBufferPointer<UInt8> { get }

  /// Advances to the next paragraph; returns `false` if there is none.
  ///
  /// - Throws: ``UnreadablePages``, or a `DatabaseError`.
  mutating func next() throws -> Bool

  /// Advances to the first paragraph whose id is not less than a target. Stays if the current one
  /// qualifies. Returns `false` if there is none.
  ///
  /// - Throws: As ``next()``.
  mutating func seek(to row: UInt32) throws -> Bool
}

/// Decodes the positions of an entry.
///
/// Each varint is the difference to the position before, plus 2. Values below 2 announce another
/// column, which the index does not have.
struct PositionDecoder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private(set) var position: UInt32 = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Advances to the next position; returns `false` after the last one.
  ///
  /// - Throws: ``UnreadablePages/positions`` if the list is inconsistent.
  @inline(__always)
  mutating func next() throws(UnreadablePages) -> Bool {
    guard offset < bytes.count else { return false }
    let difference = Varint.read(bytes.baseAddress.unsafelyUnwrapped, at: &offset)
    let (sum, isTooFar) = position.addingReportingOverflow(difference &- 2)
    guard difference >= 2, !isTooFar, offset <= bytes.count else {
      throw .positions
    }
    position = sum
    return true
  }
}
