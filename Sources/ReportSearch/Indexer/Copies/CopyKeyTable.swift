import Foundation

/// The inverted index from ``CopySketch`` keys to texts. Rows contain some thousand entries,
/// ordered by key, so that a report changes only the rows of its keys and a whole corpus is written
/// sequentially.
///
/// An entry is a key in the upper and the number of a text in the lower 32 bits. All entries of a
/// key are in one row.
enum CopyKeyTable {
  /// The target number of entries per row. Rows of twice as many are split.
  private static let rowSize = 1024

  /// Appends the entries of a text, unordered.
  static func append(_ sketch: CopySketch, of text: UInt32, to entries: inout [UInt64]) {
    for key in 0..<CopySketch.keyCount {
      entries.append(UInt64(sketch.keys[key]) << 32 | UInt64(text))
    }
  }

  /// Adds and removes entries.
  ///
  /// - Parameters:
  ///   - added: Entries that are not in the table, ascending.
  ///   - removed: Entries that are in the table, ascending.
  ///   - body: Called with the entries of each key with added entries, if the key then has at least
  ///     two.
  /// - Complexity: O(*n*) in the entries of the rows that change.
  static func update(
    adding added: [UInt64], removing removed: [UInt64], in db: any TableWriter,
    _ body: (ArraySlice<UInt64>) throws -> Void
  ) throws {
    var (added, removed) = (added[...], removed[...])
    while let entry = [added.first, removed.first].compactMap({ $0 }).min() {
      let key = Int(entry >> 32)
      let row = try db.fetchRows(
        """
        SELECT first_key, entries FROM copy_keys WHERE first_key <= ?
        ORDER BY first_key DESC LIMIT 1
        """, [.integer(key)]
      ).first
      let next = try db.integer(
        "SELECT first_key FROM copy_keys WHERE first_key > ? ORDER BY first_key LIMIT 1",
        [.integer(key)])
      let end = next.map { UInt64($0) << 32 } ?? .max
      let new = added.prefix(upTo: place(of: end, in: added))
      let old = removed.prefix(upTo: place(of: end, in: removed))
      let held = try row.map { try entries(of: $0.bytes(1)) } ?? []
      let merged = merged(held, adding: new, removing: old)
      let replaced = try row.map { try StoredRow($0, of: "copy_keys")[0] as Int }
      try store(merged, replacing: replaced, in: db)
      try forEachKey(of: merged, addedTo: new, body)
      (added, removed) = (added[new.endIndex...], removed[old.endIndex...])
    }
  }

  /// Returns all entries of the index, ascending.
  ///
  /// - Throws: A ``DamagedStorage`` if they do not ascend; errors of the storage.
  static func entries(in tables: any TableReader) throws -> [UInt64] {
    var all: [UInt64] = []
    try tables.fetchEach("SELECT entries FROM copy_keys ORDER BY first_key", []) { row in
      let entries = try entries(of: row.bytes(0))
      if let last = all.last, let next = entries.first, last >= next {
        throw DamagedStorage("copy_keys")
      }
      all += entries
    }
    return all
  }

  /// Calls a closure with the entries of each key that has at least two.
  ///
  /// - Parameter entries: Entries, ascending.
  static func forEachKey(
    of entries: [UInt64], _ body: (ArraySlice<UInt64>) throws -> Void
  ) rethrows {
    try forEachKey(of: entries, addedTo: entries[...], body)
  }

  private static func forEachKey(
    of entries: [UInt64], addedTo added: ArraySlice<UInt64>,
    _ body: (ArraySlice<UInt64>) throws -> Void
  ) rethrows {
    var start = 0
    var next = added.startIndex
    while start < entries.count, next < added.endIndex {
      let key = entries[start] >> 32
      var end = start + 1
      while end < entries.count, entries[end] >> 32 == key { end += 1 }
      if added[next] >> 32 == key {
        if end - start > 1 { try body(entries[start..<end]) }
        while next < added.endIndex, added[next] >> 32 == key { next += 1 }
      }
      start = end
    }
  }

  /// Sorts entries and removes duplicates.
  ///
  /// - Parameter entries: Entries ordered by text.
  /// - Complexity: O(*n*): a radix sort over three digits of the key (11, 11 and 10 bits).
  static func sorted(_ entries: [UInt64]) -> [UInt64] {
    var (from, to) = (entries, entries)
    for shift in [32, 43, 54] as [UInt64] {
      var starts = [Int](repeating: 0, count: 1 << 11 + 1)
      for entry in from { starts[Int(entry >> shift & 0x7FF) + 1] += 1 }
      for place in 1..<starts.count { starts[place] += starts[place - 1] }
      for entry in from {
        let place = Int(entry >> shift & 0x7FF)
        to[starts[place]] = entry
        starts[place] += 1
      }
      swap(&from, &to)
    }
    // Two keys of a text may be equal.
    var kept = 0
    for entry in from where kept == 0 || from[kept - 1] != entry {
      from[kept] = entry
      kept += 1
    }
    from.removeLast(from.count - kept)
    return from
  }

  private static func place(of end: UInt64, in entries: ArraySlice<UInt64>) -> Int {
    var (lower, upper) = (entries.startIndex, entries.endIndex)
    while lower < upper {
      let middle = (lower + upper) / 2
      if entries[middle] < end { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }

  private static func merged(
    _ held: [UInt64], adding added: ArraySlice<UInt64>, removing removed: ArraySlice<UInt64>
  ) -> [UInt64] {
    guard !held.isEmpty else { return Array(added) }
    var merged: [UInt64] = []
    merged.reserveCapacity(held.count + added.count)
    var (added, removed) = (added, removed)
    for entry in held {
      while let new = added.first, new < entry {
        merged.append(new)
        added.removeFirst()
      }
      if removed.first == entry { removed.removeFirst() } else { merged.append(entry) }
    }
    return merged + added
  }

  private static func store(_ entries: [UInt64], replacing row: Int?, in db: any TableWriter) throws
  {
    if let row {
      try db.execute("DELETE FROM copy_keys WHERE first_key = ?", [.integer(row)])
    }
    var start = 0
    while start < entries.count {
      var end = min(start + rowSize, entries.count)
      if entries.count - end < rowSize { end = entries.count }
      while end < entries.count, entries[end] >> 32 == entries[end - 1] >> 32 { end += 1 }
      // The first row starts at key 0, so that every key has a row.
      let first = start == 0 ? row ?? 0 : Int(entries[start] >> 32)
      try db.execute(
        "INSERT INTO copy_keys(first_key, entries) VALUES (?, ?)",
        [.integer(first), .bytes(data(of: entries[start..<end]))])
      start = end
    }
  }

  private static func data(of entries: ArraySlice<UInt64>) -> Data {
    var numbers = VariableLengthNumbers()
    var key: UInt64 = 0
    for entry in entries {
      numbers.append(UInt32(entry >> 32 - key))
      numbers.append(UInt32(truncatingIfNeeded: entry))
      key = entry >> 32
    }
    return Data(numbers.bytes)
  }

  /// - Throws: A ``DamagedStorage`` if the entries do not ascend.
  private static func entries(of data: Data?) throws -> [UInt64] {
    try (data ?? Data()).withUnsafeBytes { bytes in
      var reader = VariableLengthReader(bytes)
      var entries: [UInt64] = []
      entries.reserveCapacity(bytes.count / 4)
      var key: UInt64 = 0
      while reader.place < bytes.count {
        key += UInt64(reader.next())
        let entry = key << 32 | UInt64(reader.next())
        guard key <= UInt32.max, reader.isSound, entries.last.map({ $0 < entry }) ?? true else {
          throw DamagedStorage("copy_keys")
        }
        entries.append(entry)
      }
      return entries
    }
  }
}
