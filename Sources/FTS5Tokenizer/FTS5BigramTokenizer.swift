public import CSQLite
import TextAnalysis

/// A connection's FTS5 tokenizer, used as `tokenize='duansou'`.
///
/// FTS5 creates an instance for each table; all of them are this object. The command-line programs
/// and the loadable extension register the same tokenizer.
public final class FTS5BigramTokenizer {
  private let tokenizer = BigramTokenizer()

  /// The number of tokens of the last text that was tokenized as a document; equal to its number of
  /// folded characters.
  public private(set) var lastDocumentTokenCount = 0

  /// Creates a tokenizer for a single connection.
  public init() {}

  /// Calls a closure with the folded form of the last tokenized text, in UTF-8.
  public func withLastFoldedText<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    try tokenizer.withLastFoldedText(body)
  }

  /// Registers the tokenizer with a connection, which retains it until it closes.
  ///
  /// - Parameter api: The connection's FTS5 API.
  /// - Returns: SQLite's result code.
  public func register(with api: UnsafeMutablePointer<fts5_api>) -> CInt {
    var methods = fts5_tokenizer(
      xCreate: { context, _, _, tokenizer in
        // The connection owns the only retained reference. FTS5's instance is the same object.
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
