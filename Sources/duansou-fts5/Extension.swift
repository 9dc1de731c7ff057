public import CSQLite
import FTS5Tokenizer
import TextAnalysis

/// The entry of the loadable extension: SQLite finds it by the name of the file, `libduansou_fts5.so`.
///
/// It gives a connection the tokenizer `duansou`, by which an index can be searched from any program
/// that uses SQLite, and the functions `duansou_fold(text)` and `duansou_match(text)`.
///
/// Everything is called through the table of functions that SQLite hands over: the extension links no
/// SQLite, so that it never meets another copy than its host's.
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

/// SQLite's functions: the same table for every connection of a process, set before any call.
nonisolated(unsafe) private var table = sqlite3_api_routines()

/// Gives a function's result: a text that is made of its folded argument; NULL of NULL.
private func answer(
  _ result: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?,
  _ make: (FoldedText) -> String
) {
  guard let value = values?[0], table.value_type(value) != SQLITE_NULL else { return }
  // The text must be asked for before its length: asking may convert it.
  let text = table.value_text(value)
  let bytes = UnsafeBufferPointer(start: text, count: Int(table.value_bytes(value)))
  let answer = Array(make(FoldedText(utf8: bytes)).utf8)
  answer.withUnsafeBytes { answer in
    // -1 as the destructor has SQLite copy the text.
    table.result_text(
      result, answer.bindMemory(to: CChar.self).baseAddress ?? emptyText, CInt(answer.count),
      unsafeBitCast(-1, to: sqlite3_destructor_type.self))
  }
}

/// A text of no characters: without an address SQLite would take it for NULL.
nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
  let text: StaticString = ""
  return UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)
}()
