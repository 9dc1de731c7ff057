/// An immutable run of sorted terms with their doclists, on numbered leaf pages. FTS5 writes new
/// segments and merges old ones.
struct Segment: Hashable {
  /// The id of the segment.
  let id: Int
  /// The numbers of its leaf pages.
  let pages: ClosedRange<Int>

  /// Returns the row id of a leaf page in FTS5's data table.
  func row(ofPage number: Int) -> Int { id << 37 + number }
}

/// The segments of an index, from FTS5's structure record.
///
/// The comment at the beginning of SQLite's `ext/fts5/fts5_index.c` describes the format.
struct SegmentStructure: Hashable {
  /// The row id of the record in FTS5's data table.
  static let row = 10

  /// The segments that have pages, the newest first. For a given term and paragraph, the entry of
  /// the newest segment is valid.
  let segments: [Segment]

  /// Parses a structure record.
  ///
  /// - Throws: ``UnreadablePages/structure`` if the record is malformed or has unsupported content,
  ///   such as the tombstones of version 2.
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
        // A merge in progress leaves input segments without pages.
        if first > 0 { level.append(Segment(id: id, pages: first...last)) }
      }
      segments += level.reversed()
    }
    guard count == segmentCount, reader.isAtEnd else { throw .structure }
    self.segments = segments
  }
}

/// Reads varints from an unverified record.
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
