public import CSQLite
import TextAnalysis

/// The tokenizer of a connection, as FTS5 calls it: `tokenize='duansou'`.
///
/// FTS5 makes an instance of it for each table; this one makes no difference between them. The programs
/// and the loadable extension register the same one.
public final class FTS5BigramTokenizer {
  private let tokenizer = BigramTokenizer()

  /// The number of tokens, that is of folded characters, of the last text that was stored.
  public private(set) var lastDocumentTokenCount = 0

  /// Creates a tokenizer for one connection.
  public init() {}

  /// Calls a closure with the folded form of the last text, in UTF-8.
  public func withLastFoldedText<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    try tokenizer.withLastFoldedText(body)
  }

  /// Makes the tokenizer known to a connection, which keeps it as long as it lives.
  ///
  /// - Parameter api: FTS5's interface of the connection.
  /// - Returns: SQLite's result code.
  public func register(with api: UnsafeMutablePointer<fts5_api>) -> CInt {
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
    return api.pointee.xCreateTokenizer(
      api, "duansou", Unmanaged.passRetained(self).toOpaque(), &methods,
      { context in
        if let context { Unmanaged<FTS5BigramTokenizer>.fromOpaque(context).release() }
      })
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
