public import CSQLite
import FTS5Tokenizer
import TextAnalysis

/// The entry point of the loadable extension. SQLite derives its name from the name of the file,
/// `libduansou_fts5.so`.
///
/// It registers the tokenizer `duansou`, with which any program that uses SQLite can search an
/// index, and the functions `duansou_fold(text)` and `duansou_match(text)`.
///
/// All calls go through the function table that SQLite passes in. The extension does not link
/// SQLite, so it cannot call into a second copy in the same process.
@c(sqlite3_duansoufts_init)
public func initializeExtension(
  _ connection: OpaquePointer?,
  _ message: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ functions: UnsafePointer<sqlite3_api_routines>?
) -> CInt {
  guard let connection, let functions else { return SQLITE_MISUSE }
  let sqlite = functions.pointee
  var statement: OpaquePointer?
  var code = sqlite.prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, nil)
  guard code == SQLITE_OK else { return code }
  var api: UnsafeMutablePointer<fts5_api>?
  withUnsafeMutablePointer(to: &api) { place in
    _ = sqlite.bind_pointer(statement, 1, place, "fts5_api_ptr", nil)
    _ = sqlite.step(statement)
  }
  _ = sqlite.finalize(statement)
  guard let api else { return SQLITE_ERROR }
  code = FTS5BigramTokenizer().register(with: api)
  guard code == SQLITE_OK else { return code }
  table = sqlite
  let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
  code = sqlite.create_function_v2(
    connection, "duansou_fold", 1, flags, nil,
    { result, _, values in answer(result, values) { $0.string } }, nil, nil, nil)
  guard code == SQLITE_OK else { return code }
  return sqlite.create_function_v2(
    connection, "duansou_match", 1, flags, nil,
    { result, _, values in answer(result, values) { MatchExpression($0).rawValue } }, nil, nil, nil)
}

/// SQLite's function table. It is the same for all connections of a process, and set before the
/// functions are registered.
nonisolated(unsafe) private var table = sqlite3_api_routines()

/// Sets the result of a function to a text derived from its folded argument. The result for NULL is
/// NULL.
private func answer(
  _ result: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?,
  _ make: (FoldedText) -> String
) {
  guard let value = values?[0], table.value_type(value) != SQLITE_NULL else { return }
  // The text must be read before its length, because reading it may convert its encoding.
  let text = table.value_text(value)
  let bytes = UnsafeBufferPointer(start: text, count: Int(table.value_bytes(value)))
  let answer = Array(make(FoldedText(utf8: bytes)).utf8)
  answer.withUnsafeBytes { answer in
    // The destructor -1 (`SQLITE_TRANSIENT`) makes SQLite copy the text.
    table.result_text(
      result, answer.bindMemory(to: CChar.self).baseAddress ?? emptyText, CInt(answer.count),
      unsafeBitCast(-1, to: sqlite3_destructor_type.self))
  }
}

/// The address of an empty string. SQLite would take a null pointer for NULL.
nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
  let text: StaticString = ""
  return UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}()
