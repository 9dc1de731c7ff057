import CSQLite
import TextAnalysis

/// The tokenizer of a connection, as FTS5 calls it: `tokenize='duansou'`.
///
/// FTS5 makes an instance of it for each table; this one makes no difference between them.
final class FTS5BigramTokenizer {
  private let tokenizer = BigramTokenizer()

  /// The number of tokens, that is of folded characters, of the last text that was stored.
  private(set) var lastDocumentTokenCount = 0

  /// Makes the tokenizer known to a connection.
  ///
  /// - Parameter connection: An open connection, which keeps the tokenizer as long as it lives.
  /// - Throws: SQLite's result code if its FTS5 cannot be reached.
  func register(on connection: OpaquePointer) throws(SQLiteFailure) {
    let api = try fts5API(of: connection)
    var methods = fts5_tokenizer(
      xCreate: { context, _, _, tokenizer in
        // The connection holds the one reference; FTS5's instance is the same object.
        tokenizer?.pointee = context.map { OpaquePointer($0) }
        return SQLITE_OK
      },
      xDelete: { _ in },
      xTokenize: { tokenizer, context, flags, text, count, token in
        guard let tokenizer, let token else { return SQLITE_MISUSE }
        return Unmanaged<FTS5BigramTokenizer>.fromOpaque(UnsafeRawPointer(tokenizer))
          .takeUnretainedValue().tokenize(context, flags, text, Int(count), token)
      })
    let code = api.pointee.xCreateTokenizer(
      api, "duansou", Unmanaged.passRetained(self).toOpaque(), &methods,
      { context in
        if let context { Unmanaged<FTS5BigramTokenizer>.fromOpaque(context).release() }
      })
    guard code == SQLITE_OK else { throw SQLiteFailure(code: code) }
  }

  private typealias TokenCallback =
    @convention(c) (
      UnsafeMutableRawPointer?, CInt, UnsafePointer<CChar>?, CInt, CInt, CInt
    ) -> CInt

  private func tokenize(
    _ context: UnsafeMutableRawPointer?, _ flags: CInt, _ text: UnsafePointer<CChar>?, _ count: Int,
    _ token: TokenCallback
  ) -> CInt {
    let isQuery = flags & FTS5_TOKENIZE_QUERY != 0
    var code = SQLITE_OK
    var tokens = 0
    UnsafeRawPointer(text).map { UnsafeRawBufferPointer(start: $0, count: count) }?
      .withMemoryRebound(to: UInt8.self) { bytes in
        tokenizer.forEachToken(in: bytes, for: isQuery ? .phrase : .document) { term, utf8Range in
          tokens &+= 1
          code = term.withMemoryRebound(to: CChar.self) {
            token(
              context, 0, $0.baseAddress, CInt($0.count), CInt(utf8Range.lowerBound),
              CInt(utf8Range.upperBound))
          }
          return code == SQLITE_OK
        }
      }
    if !isQuery { lastDocumentTokenCount = tokens }
    return code
  }
}

/// A result code of SQLite's C interface other than success.
struct SQLiteFailure: Error, Hashable {
  let code: CInt
}

/// Returns FTS5's interface for tokenizers and auxiliary functions, by the way that SQLite documents.
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
