import CSQLite
import FTS5Tokenizer
import Foundation
import GRDB

/// Creates an index file from the rows of its tables, as another storage provides them.
package struct IndexRestoration {
  /// The tables to fill, initially empty.
  package let tables: [StoredTable]
  private let db: Database

  /// Creates a file. It appears at its path only when it is complete and indexed.
  ///
  /// - Parameters:
  ///   - path: A path at which no file exists. Its directory is created if needed.
  ///   - fill: Fills the tables.
  ///   - check: Verifies the tables. If it throws, no file is created.
  /// - Throws: An ``IndexError``, or errors of the closures.
  package static func restore(
    to path: String, filling fill: (IndexRestoration) throws -> Void,
    checking check: (any TableReader) throws -> Void
  ) throws {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw IndexError(path: path, kind: .alreadyThere)
    }
    let unfinished = path + ".copying"
    let files = IndexFiles(ofIndexAt: unfinished)
    try IndexConnection.translatingErrors(path) {
      // The remains of a copy that was killed.
      try files.remove()
      let queue = try IndexConnection.open(
        writingAt: unfinished, waiting: .zero, tokenizer: FTS5BigramTokenizer())
      do {
        try queue.write { db in
          let tables = try StoredTable.all(in: db)
          for table in tables { try db.execute(sql: "DELETE FROM \(table.name)") }
          try fill(IndexRestoration(tables: tables, db: db))
          try db.execute(sql: "INSERT INTO paragraph_fts(paragraph_fts) VALUES ('rebuild')")
          try db.execute(sql: "INSERT INTO paragraph_fts(paragraph_fts) VALUES ('optimize')")
          try check(db)
        }
        try queue.close()
      } catch {
        try? queue.close()
        try? files.remove()
        throw error
      }
      try FileManager.default.moveItem(atPath: unfinished, toPath: path)
    }
  }

  /// Returns an importer for the rows of a table.
  package func filling(_ table: StoredTable) throws -> TableFilling {
    try TableFilling(table, in: db)
  }
}

/// Inserts rows into a table.
package final class TableFilling {
  private let kinds: [StoredTable.Kind]
  private let statement: PersistentStatement

  fileprivate init(_ table: StoredTable, in db: Database) throws {
    kinds = table.columns.map(\.kind)
    let names = table.columns.map(\.name).joined(separator: ", ")
    let places = kinds.map { _ in "?" }.joined(separator: ", ")
    statement = try PersistentStatement(
      "INSERT INTO \(table.name)(\(names)) VALUES (\(places))", in: db)
  }

  /// Inserts a row.
  ///
  /// - Parameter values: The bytes of each column, or `nil` for NULL. Integers are eight bytes,
  ///   big-endian.
  package func add(_ values: [UnsafeRawBufferPointer?]) throws {
    for (place, value) in values.enumerated() { bind(value, kinds[place], at: CInt(place + 1)) }
    let code = sqlite3_step(statement.handle)
    sqlite3_reset(statement.handle)
    guard code == SQLITE_DONE else { throw statement.error(code) }
  }

  /// Binds a value. Its buffer must stay valid until the statement has been executed.
  private func bind(_ value: UnsafeRawBufferPointer?, _ kind: StoredTable.Kind, at place: CInt) {
    let handle = statement.handle
    guard let value else {
      sqlite3_bind_null(handle, place)
      return
    }
    switch kind {
    case .integer:
      sqlite3_bind_int64(handle, place, Int64(bigEndian: value.loadUnaligned(as: Int64.self)))
    case .any:
      // A column of mixed kind transfers integers as text.
      if let number = Int64(String(decoding: value, as: UTF8.self)) {
        sqlite3_bind_int64(handle, place, number)
      } else {
        bindText(value, at: place)
      }
    case .text, .document: bindText(value, at: place)
    case .bytes, .grams:
      if value.isEmpty {
        sqlite3_bind_zeroblob(handle, place, 0)
      } else {
        sqlite3_bind_blob(handle, place, value.baseAddress, CInt(value.count), nil)
      }
    }
  }

  private func bindText(_ value: UnsafeRawBufferPointer, at place: CInt) {
    // SQLite binds NULL if the pointer is null, as that of an empty text can be.
    if let start = value.baseAddress, !value.isEmpty {
      let characters = start.assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(statement.handle, place, characters, CInt(value.count), nil)
    } else {
      sqlite3_bind_text(statement.handle, place, "", 0, nil)
    }
  }
}
