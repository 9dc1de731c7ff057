import CSQLite

/// A result code of SQLite's C interface other than success.
struct SQLiteFailure: Error, Hashable {
  let code: CInt
}

/// Returns FTS5's C interface for tokenizers and auxiliary functions, obtained as SQLite documents
/// it.
func fts5API(
  of connection: OpaquePointer
) throws(SQLiteFailure) -> UnsafeMutablePointer<fts5_api> {
  var statement: OpaquePointer?
  let code = sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nil)
  guard code == SQLITE_OK else { throw SQLiteFailure(code: code) }
  defer { sqlite3_finalize(statement) }
  var api: UnsafeMutablePointer<fts5_api>?
  withUnsafeMutablePointer(to: &api) { place in
    _ = sqlite3_bind_pointer(statement, 1, place, "fts5_api_ptr", nil)
    sqlite3_step(statement)
  }
  guard let api else { throw SQLiteFailure(code: SQLITE_ERROR) }
  return api
}
