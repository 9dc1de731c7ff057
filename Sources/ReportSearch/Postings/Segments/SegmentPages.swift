import CSQLite
import Foundation
import GRDB

/// A cache of FTS5's leaf pages, as of the snapshot of the current read.
///
/// Pages are immutable, so they stay cached until another connection has written. An instance
/// belongs to one connection, whose reads are serial, so it needs no lock.
final class SegmentPages: @unchecked Sendable {
  /// The segments, the newest first.
  private(set) var segments: [Segment] = []

  /// The reason why pages cannot be read in the current snapshot; `nil` if they can.
  var failure: UnreadablePages?

  /// The maximum size in bytes of the pages that are kept from one read to the next.
  private static let byteLimit = 64 << 20
  /// FTS5's number for the supported page format.
  private static let formatVersion = 4

  private var dataVersion: String?
  private var pages: [Int: PageTable] = [:]
  private var byteCount = 0
  private var kept: [UnsafeMutablePointer<UInt8>] = []
  private var page: OpaquePointer?
  private var pageOfTerm: OpaquePointer?
  private var pageBehindTerm: OpaquePointer?

  /// Prepares for a read. Drops pages of an older snapshot.
  ///
  /// - Parameter version: The `dataVersion()` of the snapshot.
  /// - Returns: True if the pages can be read; otherwise ``failure`` is set.
  /// - Throws: A `DatabaseError`.
  func isReadable(in db: Database, version: String) throws -> Bool {
    page = try Self.statement("SELECT block FROM paragraph_fts_data WHERE id = ?", db)
    pageOfTerm = try Self.statement(
      """
      SELECT pgno FROM paragraph_fts_idx WHERE segid = ? AND term <= ? ORDER BY term DESC LIMIT 1
      """, db)
    pageBehindTerm = try Self.statement(
      "SELECT pgno FROM paragraph_fts_idx WHERE segid = ? AND term > ? ORDER BY term LIMIT 1", db)
    forgetKept()
    if version != dataVersion {
      dataVersion = nil
      drop()
      failure = nil
      do { try readSegments(in: db) } catch let error as UnreadablePages { failure = error }
      dataVersion = version
    } else if byteCount > Self.byteLimit {
      drop()
    }
    return failure == nil
  }

  deinit {
    drop()
    forgetKept()
  }

  /// Returns a page of a segment, which is valid until the next read begins.
  ///
  /// - Throws: ``UnreadablePages/page(_:)`` if it is missing or inconsistent, or a `DatabaseError`.
  @inline(__always)
  func page(_ number: Int, of segment: Segment) throws -> LeafPage {
    if let known = pages[segment.id]?[number] { return known }
    return try read(number, of: segment)
  }

  /// Copies bytes, adds ``Varint/padding``, and keeps them until the next read begins.
  func keep(_ bytes: [UInt8]) -> UnsafeBufferPointer<UInt8> {
    guard !bytes.isEmpty else { return UnsafeBufferPointer(start: nil, count: 0) }
    let copy = bytes.withUnsafeBytes { Self.padded($0.baseAddress!, count: bytes.count) }
    kept.append(copy)
    return UnsafeBufferPointer(start: copy, count: bytes.count)
  }

  /// Returns the number of the only page on which a term may begin.
  ///
  /// - Throws: As ``page(_:of:)``.
  func page(ofTerm term: [UInt8], in segment: Segment) throws -> Int {
    // An unfinished merge may already have removed the first pages.
    max(
      try number(from: pageOfTerm, segment, term) ?? segment.pages.lowerBound,
      segment.pages.lowerBound)
  }

  /// Returns the number of the last page that the doclist of a term can reach: the next page on
  /// which another term begins, or the segment's last page.
  ///
  /// - Throws: As ``page(_:of:)``.
  func lastPage(ofTerm term: [UInt8], in segment: Segment) throws -> Int {
    let number = try number(from: pageBehindTerm, segment, term) ?? segment.pages.upperBound
    guard segment.pages.contains(number) else {
      throw UnreadablePages.page(segment.row(ofPage: number))
    }
    return number
  }

  private func number(
    from statement: OpaquePointer?, _ segment: Segment, _ term: [UInt8]
  ) throws -> Int? {
    defer { sqlite3_reset(statement) }
    sqlite3_bind_int64(statement, 1, Int64(segment.id))
    let code = term.withUnsafeBytes { term in
      sqlite3_bind_blob(statement, 2, term.baseAddress, CInt(term.count), nil)
      return sqlite3_step(statement)
    }
    guard code == SQLITE_ROW else {
      guard code == SQLITE_DONE else { throw Self.error(code, row: SegmentStructure.row) }
      return nil
    }
    // The lowest bit is set if the term has a doclist index, which is not used here.
    return Int(sqlite3_column_int64(statement, 0) >> 1)
  }

  @inline(never)
  private func read(_ number: Int, of segment: Segment) throws -> LeafPage {
    let row = segment.row(ofPage: number)
    guard segment.pages.contains(number) else { throw UnreadablePages.page(row) }
    defer { sqlite3_reset(page) }
    sqlite3_bind_int64(page, 1, Int64(row))
    let code = sqlite3_step(page)
    guard code == SQLITE_ROW else { throw Self.error(code, row: row) }
    guard let blob = sqlite3_column_blob(page, 0) else { throw UnreadablePages.page(row) }
    let count = Int(sqlite3_column_bytes(page, 0))
    let bytes = Self.padded(blob, count: count)
    guard let leaf = LeafPage(bytes, count: count) else {
      bytes.deallocate()
      throw UnreadablePages.page(row)
    }
    pages[segment.id, default: PageTable(segment.pages)][number] = leaf
    byteCount += count + Varint.padding
    return leaf
  }

  private func readSegments(in db: Database) throws {
    let version = try Int.fetchOne(
      db, sql: "SELECT v FROM paragraph_fts_config WHERE k = 'version'")
    guard version == Self.formatVersion else { throw UnreadablePages.version(version ?? 0) }
    let record = try Data.fetchOne(
      db, sql: "SELECT block FROM paragraph_fts_data WHERE id = ?",
      arguments: [SegmentStructure.row])
    segments = try SegmentStructure(record: Array(record ?? Data())).segments
    // Every page takes at least some bytes, so the file size bounds the size of the page tables.
    let size = try Int.fetchOne(
      db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
    guard segments.allSatisfy({ $0.pages.count <= (size ?? 0) / 8 }) else {
      throw UnreadablePages.structure
    }
  }

  private static func padded(
    _ bytes: UnsafeRawPointer, count: Int
  ) -> UnsafeMutablePointer<UInt8> {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: count + Varint.padding)
    copy.initialize(from: bytes.assumingMemoryBound(to: UInt8.self), count: count)
    (copy + count).initialize(repeating: 0, count: Varint.padding)
    return copy
  }

  private func forgetKept() {
    for bytes in kept { bytes.deallocate() }
    kept = []
  }

  private func drop() {
    for table in pages.values { table.deallocate() }
    pages = [:]
    byteCount = 0
  }

  private static func statement(_ sql: String, _ db: Database) throws -> OpaquePointer? {
    try db.cachedStatement(sql: sql).sqliteStatement
  }

  /// Converts the result of reading a row to an error. A missing or corrupt page becomes
  /// ``UnreadablePages``, so that FTS5 answers instead. Any other error, such as an interruption or
  /// an I/O error, is rethrown.
  private static func error(_ code: CInt, row: Int) -> any Error {
    code == SQLITE_DONE || code & 0xFF == SQLITE_CORRUPT
      ? UnreadablePages.page(row)
      : DatabaseError(resultCode: ResultCode(rawValue: code))
  }
}

/// The cached pages of one segment, by page number.
private struct PageTable {
  private let first: Int
  private var pages: [LeafPage?]

  init(_ numbers: ClosedRange<Int>) {
    first = numbers.lowerBound
    pages = [LeafPage?](repeating: nil, count: numbers.count)
  }

  subscript(number: Int) -> LeafPage? {
    @inline(__always) get {
      let place = number &- first
      return place >= 0 && place < pages.count ? pages[place] : nil
    }
    set { pages[number - first] = newValue }
  }

  func deallocate() {
    for case let page? in pages { page.bytes.deallocate() }
  }
}
