/// Steps through the paragraphs that have a term, in ascending order.
protocol PostingCursor {
  /// The paragraph; 0 in front of the first one.
  var row: UInt32 { get }
  /// The positions of the term in it: see ``PositionDecoder``. Valid until the next step.
  var positions: UnsafeBufferPointer<UInt8> { get }

  /// Steps to the next paragraph; `false` if there is none.
  ///
  /// - Throws: ``UnreadablePages``, or a `DatabaseError`.
  mutating func next() throws -> Bool

  /// Steps to the first paragraph that is not less than a number, which may be this one; `false` if there
  /// is none.
  ///
  /// - Throws: As ``next()``.
  mutating func seek(to row: UInt32) throws -> Bool
}

/// Reads a list of positions: each is the difference to the one before and 2; less than 2 would name another
/// column.
struct PositionDecoder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private(set) var position: UInt32 = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Steps to the next position; `false` behind the last one.
  ///
  /// - Throws: ``UnreadablePages/positions`` if the list contradicts itself.
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
