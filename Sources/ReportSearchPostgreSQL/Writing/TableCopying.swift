#if PostgreSQL
  import CPostgreSQL
  import Corpus
  import Foundation
  import ReportSearch

  /// An encoder of rows in the binary format of PostgreSQL's COPY.
  struct TupleWriter {
    /// The bytes of the current row.
    private(set) var bytes: [UInt8] = []

    /// Begins a row.
    mutating func begin(columnCount: Int) {
      bytes.removeAll(keepingCapacity: true)
      append(Int16(columnCount))
    }

    /// Appends the bytes of a value.
    mutating func append(value: some Collection<UInt8>) {
      append(Int32(value.count))
      bytes += value
    }

    mutating func appendNull() { append(Int32(-1)) }

    mutating func append(value number: Int) {
      append(Int32(8))
      append(Int64(number))
    }

    private mutating func append(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }
  }

  /// A digest of the contents of a table: the number of rows, and the sum of their SHA-256 digests,
  /// which does not depend on the order of rows.
  struct TableDigest: Hashable {
    private(set) var rowCount = 0
    private var sum: [UInt64] = [0, 0, 0, 0]

    /// Adds a row in the binary format of COPY.
    mutating func add(_ row: UnsafeRawBufferPointer) {
      rowCount += 1
      Digest(of: row).bytes.withUnsafeBytes { bytes in
        for place in 0..<4 {
          sum[place] &+= bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self)
        }
      }
    }

    /// Adds the digest of other rows of the table.
    mutating func add(_ other: TableDigest) {
      rowCount += other.rowCount
      for place in 0..<4 { sum[place] &+= other.sum[place] }
    }
  }

  extension StoredTable {
    /// Calls a closure with each row of the table in a file, in the binary format of COPY.
    ///
    /// - Parameter ids: The ids of the rows, or `nil` for all rows. Only for tables with an `id`
    ///   column.
    func forEachTuple(
      in file: any TableReader, ids: Range<Int>? = nil,
      _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
      var writer = TupleWriter()
      try file.fetchEach(selection + Self.condition(ids), []) { row in
        writer.begin(columnCount: columns.count)
        for (place, column) in columns.enumerated() {
          if column.kind == .integer, let number = row.integer(place) {
            writer.append(value: number)
          } else if column.kind != .integer, let bytes = row.bytes(place) {
            writer.append(value: bytes)
          } else {
            writer.appendNull()
          }
        }
        try writer.bytes.withUnsafeBytes(body)
      }
    }

    /// Calls a closure with the id, folded text and grams of each paragraph in a file, in the
    /// binary format of COPY.
    ///
    /// - Parameter ids: The ids of the paragraphs, or `nil` for all.
    static func forEachFoldedTuple(
      in file: any TableReader, ids: Range<Int>? = nil,
      _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
      let grams = Grams()
      var writer = TupleWriter()
      let sql = "SELECT id, CAST(text AS BLOB) FROM paragraph" + condition(ids)
      try file.fetchEach(sql, []) { row in
        let text = row.bytes(1) ?? Data()
        let paragraph = text.withUnsafeBytes { bytes in
          bytes.withMemoryRebound(to: UInt8.self) { grams.fold($0) }
        }
        writer.begin(columnCount: 3)
        writer.append(value: row.integer(0) ?? 0)
        writer.append(value: paragraph.folded)
        writer.append(value: Grams.binaryArray(of: paragraph.grams))
        try writer.bytes.withUnsafeBytes(body)
      }
    }

    private static func condition(_ ids: Range<Int>?) -> String {
      ids.map { " WHERE id >= \($0.lowerBound) AND id < \($0.upperBound)" } ?? ""
    }
  }

  extension PostgreSQLConnection {
    /// Fills a table.
    ///
    /// - Parameter rows: Passes each row, in the binary format of COPY, to its argument `add`.
    /// - Returns: The digest of the rows that were sent.
    func fill(
      _ table: StoredTable,
      _ rows: (_ add: (UnsafeRawBufferPointer) throws -> Void) throws -> Void
    ) throws -> TableDigest {
      try execute("COPY \(table.name) (\(table.columnNames)) FROM STDIN (FORMAT binary)")
      var digest = TableDigest()
      // The signature, followed by zero flags and the length 0 of the header extension.
      var buffer: [UInt8] =
        Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0] + [UInt8](repeating: 0, count: 8)
      try rows { row in
        digest.add(row)
        buffer += row
        if buffer.count >= 1 << 16 {
          try send(buffer)
          buffer.removeAll(keepingCapacity: true)
        }
      }
      try send(buffer + [0xFF, 0xFF])
      try wait(forSending: true) {
        let code = PQputCopyEnd(handle, nil)
        if code < 0 { throw lost }
        return code == 1
      }
      try flush()
      while try nextResult() != nil {}
      return digest
    }

    private func send(_ bytes: [UInt8]) throws {
      try wait(forSending: true) {
        let code = bytes.withUnsafeBytes {
          PQputCopyData(handle, $0.baseAddress?.assumingMemoryBound(to: CChar.self), CInt($0.count))
        }
        if code < 0 { throw lost }
        return code == 1
      }
      try flush()
    }

    /// Calls a closure with each row of a table, in the binary format of COPY.
    ///
    /// - Returns: The digest of the rows that were read.
    func forEachTuple(
      of table: StoredTable, _ body: (UnsafeRawBufferPointer) throws -> Void = { _ in }
    ) throws -> TableDigest {
      // COPY of a partitioned table requires a query.
      try execute("COPY (SELECT \(table.columnNames) FROM \(table.name)) TO STDOUT (FORMAT binary)")
      var digest = TableDigest()
      var headLength = 19
      while let message = try nextMessage() {
        defer { PQfreemem(message.baseAddress) }
        let row = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(message)[headLength...])
        headLength = 0
        // The last message is the end marker.
        if row.count == 2 { continue }
        digest.add(row)
        try body(row)
      }
      while try nextResult() != nil {}
      return digest
    }

    private func nextMessage() throws -> UnsafeMutableRawBufferPointer? {
      var start: UnsafeMutablePointer<CChar>?
      var count: CInt = 0
      try wait {
        count = PQgetCopyData(handle, &start, 1)
        if count == -2 { throw lost }
        return count != 0
      }
      return count < 0 ? nil : UnsafeMutableRawBufferPointer(start: start, count: Int(count))
    }
  }

  extension StoredTable {
    fileprivate var columnNames: String { columns.map(\.name).joined(separator: ", ") }
  }

  /// Returns the values of a row in the binary format of COPY, with `nil` for NULL.
  func values(ofTuple tuple: UnsafeRawBufferPointer) -> [UnsafeRawBufferPointer?] {
    var place = 2
    let count = Int(Int16(bigEndian: tuple.loadUnaligned(as: Int16.self)))
    return (0..<count).map { _ in
      let length = Int(Int32(bigEndian: tuple.loadUnaligned(fromByteOffset: place, as: Int32.self)))
      place += 4
      guard length >= 0 else { return nil }
      defer { place += length }
      return UnsafeRawBufferPointer(rebasing: tuple[place..<place + length])
    }
  }
#endif
