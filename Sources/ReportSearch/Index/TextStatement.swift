import CSQLite
import GRDB

/// A statement that binds text with its length, so that a NUL in it is kept.
///
/// GRDB binds text up to its first NUL. It also spares the copy of each text that is stored.
final class TextStatement {
  private let prepared: PersistentStatement
  private var statement: OpaquePointer { prepared.handle }

  /// Prepares a statement.
  ///
  /// - Throws: A `DatabaseError`.
  init(_ sql: String, in db: Database) throws { prepared = try PersistentStatement(sql, in: db) }

  /// Runs the statement with some numbers and some texts behind them.
  ///
  /// - Throws: A `DatabaseError`.
  func execute(_ numbers: [Int?], texts: [String?]) throws {
    for (index, number) in numbers.enumerated() {
      if let number {
        sqlite3_bind_int64(statement, CInt(index + 1), Int64(number))
      } else {
        sqlite3_bind_null(statement, CInt(index + 1))
      }
    }
    let code = bind(texts[...], at: CInt(numbers.count + 1))
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
    guard code == SQLITE_DONE else { throw prepared.error(code) }
  }

  /// Binds texts one inside the other, so that their bytes stay in place until the statement has run.
  private func bind(_ texts: ArraySlice<String?>, at index: CInt) -> CInt {
    guard let first = texts.first else { return sqlite3_step(statement) }
    guard var text = first else {
      sqlite3_bind_null(statement, index)
      return bind(texts.dropFirst(), at: index + 1)
    }
    return text.withUTF8 { bytes in
      let characters = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
      // Without an address, SQLite takes an empty text for NULL.
      if let characters {
        sqlite3_bind_text(statement, index, characters, CInt(bytes.count), nil)
      } else {
        sqlite3_bind_text(statement, index, "", 0, nil)
      }
      return bind(texts.dropFirst(), at: index + 1)
    }
  }
}
