public import Corpus
import Foundation

/// Adds reports to an index and removes them.
///
/// Everything between ``add(_:file:member:)`` and ``commit()`` is one transaction: if the program
/// is killed, the index keeps the last committed state. There is one writer at a time. Others wait
/// and then fail with ``IndexError/Kind/busy(_:)``.
public final class IndexWriter {
  /// An indexed file, with the values that show if it has changed.
  struct KnownFile: Hashable {
    let stamp: FileStamp
    let extractionVersion: Int
    /// The paths of its contents: its own path, or those of its archive members.
    var paths: [String]
  }

  /// The storage that is written.
  let storage: any IndexWritingStorage
  private var pending: IndexTransaction?

  /// Opens an index, and creates it if there is none.
  ///
  /// - Parameters:
  ///   - path: The path of the index. Its directory is created if needed.
  ///   - waiting: The time to wait for the transaction of another writer.
  /// - Throws: An ``IndexError``.
  public convenience init(path: String, waiting: Duration = .seconds(10)) throws {
    self.init(storage: try SQLiteWritingStorage(path: path, waiting: waiting))
  }

  /// Creates a writer for a storage.
  package init(storage: any IndexWritingStorage) { self.storage = storage }

  deinit {
    // Statements must be finalized before their connection is closed.
    pending = nil
  }

  /// Adds the reports of a source in the open transaction, or in a new one.
  ///
  /// If the index already contains the source, only the file is recorded. Metadata overrides for
  /// the file are applied to the reports.
  ///
  /// - Parameters:
  ///   - source: The extracted source.
  ///   - file: The file that it was read from.
  ///   - member: Its name in the file, if that is an archive.
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  public func add(_ source: Source, file: FileStamp, member: String? = nil) throws {
    let path = file.path(ofMember: member)
    try inTransaction { db, pending in
      let told = try ToldMetadata(ofPath: path, digest: source.digest, in: db)
      let held = try db.fetchRows(
        "SELECT id, extraction_version, told FROM source WHERE sha256 = ?",
        [.bytes(Data(source.digest.bytes))]
      ).first.map { StoredRow($0, of: "source") }
      let before = try db.integer(
        "SELECT source FROM source_file WHERE path = ?", [.text(path)])
      let id: Int
      if let held, try held[1] == SourceReader.extractionVersion,
        try told.isEmpty || held[2] == told.text
      {
        id = try held[0]
      } else {
        id = try pending.insert(
          source.telling(told.metadata, corrections: told.corrections), told: told.text,
          replacing: try held?[0], in: db)
      }
      try Self.note(file, member: member, source: id, in: db)
      if let before, before != id { try pending.removeIfUnused(source: before, in: db) }
    }
  }

  /// Removes files from the index, and the reports that no other file contains.
  ///
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  public func remove(filesAt paths: [String]) throws {
    try inTransaction { db, pending in
      for path in paths {
        guard
          let source = try db.integer(
            "SELECT source FROM source_file WHERE path = ?", [.text(path)])
        else { continue }
        try db.execute("DELETE FROM source_file WHERE path = ?", [.text(path)])
        try pending.removeIfUnused(source: source, in: db)
      }
    }
  }

  /// Removes the given files and all files in the given directories from the index.
  ///
  /// - Returns: The number of removed files.
  /// - Throws: An ``IndexError``; the transaction is then rolled back.
  public func remove(filesBelow paths: [String]) throws -> Int {
    let roots = paths.map(FileScan.absolute)
    let files = try knownFiles().filter { path, _ in
      roots.contains { path == $0 || path.hasPrefix($0 + "/") }
    }
    try remove(filesAt: files.values.flatMap(\.paths).sorted())
    return files.count
  }

  /// Commits the open transaction.
  ///
  /// - Throws: An ``IndexError``. Changes since the last commit are then lost. If the file was
  ///   deleted or replaced, earlier changes are lost too.
  public func commit() throws {
    guard pending != nil else { return }
    try inTransaction { db, pending in try pending.finish(in: db) }
    pending = nil
    try storage.commit()
  }

  /// Optimizes the index for searching. In a file, this merges all FTS5 segments into one.
  ///
  /// - Complexity: Reads and writes the whole index.
  /// - Throws: An ``IndexError``.
  public func optimize() throws {
    try commit()
    try storage.optimize()
  }

  /// Returns the indexed files by path.
  func knownFiles() throws -> [String: KnownFile] {
    try storage.reading { tables in
      var files: [String: KnownFile] = [:]
      try tables.fetchEach(
        """
        SELECT COALESCE(archive, path), source_file.byte_count, modified_ns, inode,
          extraction_version, path
        FROM source_file JOIN source ON source.id = source ORDER BY path
        """, []
      ) { row in
        let row = StoredRow(row, of: "source_file")
        let stamp = FileStamp(
          path: try row[0], byteCount: try row[1], modifiedNanoseconds: try row[2],
          inode: try row[3])
        let paths = files[stamp.path]?.paths ?? []
        files[stamp.path] = KnownFile(
          stamp: stamp, extractionVersion: try row[4], paths: paths + [try row[5]])
      }
      return files
    }
  }

  /// Updates the stamp of a file if the index contains its source with the current extraction
  /// version and overrides. Returns false, and changes nothing, otherwise.
  func noteUnchanged(_ file: FileStamp, member: String?, digest: Digest) throws -> Bool {
    let path = file.path(ofMember: member)
    return try inTransaction { db, _ in
      let told = try ToldMetadata(ofPath: path, digest: digest, in: db)
      let held = try db.fetchRows(
        """
        SELECT source.id, told FROM source JOIN source_file ON source = source.id
        WHERE path = ? AND sha256 = ? AND extraction_version = ?
        """,
        [
          .text(path), .bytes(Data(digest.bytes)), .integer(SourceReader.extractionVersion),
        ])
      guard let held = held.first.map({ StoredRow($0, of: "source") }),
        try told.isEmpty || held[1] == told.text
      else { return false }
      try Self.note(file, member: member, source: held[0], in: db)
      return true
    }
  }

  /// Commits, and returns the size of the index.
  func contents() throws -> IndexContents {
    try commit()
    return try storage.reading { try IndexContents(reading: $0) }
  }

  static func note(
    _ file: FileStamp, member: String?, source: Int, in db: any TableWriter
  ) throws {
    let path = file.path(ofMember: member)
    try db.execute("DELETE FROM source_file WHERE path = ?", [.text(path)])
    try db.execute(
      """
      INSERT INTO source_file(path, archive, source, byte_count, modified_ns, inode)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [
        .text(path), .text(member == nil ? nil : file.path), .integer(source),
        .integer(file.byteCount), .integer(file.modifiedNanoseconds), .integer(file.inode),
      ])
  }

  func inTransaction<Value>(
    _ body: (any TableWriter, IndexTransaction) throws -> Value
  ) throws -> Value {
    do {
      return try storage.writing { db, postings in
        let transaction = try pending ?? IndexTransaction(in: db, postings: postings)
        pending = transaction
        return try body(db, transaction)
      }
    } catch {
      pending = nil
      throw error
    }
  }
}
