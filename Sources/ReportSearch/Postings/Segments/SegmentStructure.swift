/// A sorted run of terms with their lists, on numbered leaf pages. FTS5 never changes one; it writes new
/// ones and merges them.
struct Segment: Hashable {
  /// Its number among the segments of the index.
  let id: Int
  /// The numbers of its leaf pages.
  let pages: ClosedRange<Int>

  /// The row of a leaf page in FTS5's table of data.
  func row(ofPage number: Int) -> Int { id << 37 + number }
}

/// The segments of an index, as FTS5's structure record names them.
///
/// The format is told at the head of SQLite's `ext/fts5/fts5_index.c`.
struct SegmentStructure: Hashable {
  /// The row of the record in FTS5's table of data.
  static let row = 10

  /// The segments that have pages, the newest first: what a newer one says of a term and a paragraph holds.
  let segments: [Segment]

  /// Reads a structure record.
  ///
  /// - Throws: ``UnreadablePages/structure`` for a record that does not parse, or has what is not known here:
  ///   tombstones, of which the second version of the record tells.
  init(record: [UInt8]) throws(UnreadablePages) {
    var reader = RecordReader(record)
    try reader.skip(4)
    let levelCount = try reader.next()
    let segmentCount = try reader.next()
    _ = try reader.next()
    guard levelCount <= 64, segmentCount <= 2000 else { throw .structure }
    var segments: [Segment] = []
    var count = 0
    for _ in 0..<levelCount {
      _ = try reader.next()
      var level: [Segment] = []
      let countInLevel = try reader.next()
      count += countInLevel
      guard count <= segmentCount else { throw .structure }
      for _ in 0..<countInLevel {
        let (id, first, last) = (try reader.next(), try reader.next(), try reader.next())
        guard 1...65535 ~= id, last < 1 << 31, first <= last else { throw .structure }
        // A merge in progress leaves inputs of which nothing is left.
        if first > 0 { level.append(Segment(id: id, pages: first...last)) }
      }
      segments += level.reversed()
    }
    guard count == segmentCount, reader.isAtEnd else { throw .structure }
    self.segments = segments
  }
}

/// Reads numbers from a record of which nothing is sure.
private struct RecordReader {
  private let bytes: [UInt8]
  private let count: Int
  private var offset = 0

  init(_ record: [UInt8]) {
    count = record.count
    bytes = record + [UInt8](repeating: 0, count: Varint.padding)
  }

  var isAtEnd: Bool { offset == count }

  mutating func skip(_ byteCount: Int) throws(UnreadablePages) {
    offset += byteCount
    guard offset <= count else { throw .structure }
  }

  mutating func next() throws(UnreadablePages) -> Int {
    guard offset < count else { throw .structure }
    var end = offset
    let number = bytes.withUnsafeBufferPointer { Varint.read($0.baseAddress!, at: &end) }
    guard end <= count else { throw .structure }
    offset = end
    return Int(number)
  }
}
