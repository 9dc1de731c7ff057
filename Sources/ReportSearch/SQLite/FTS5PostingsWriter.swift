import FTS5Tokenizer
import GRDB

/// Writes postings by inserting the texts of paragraphs into FTS5.
final class FTS5PostingsWriter: PostingsWriter {
  private let tokenizer: FTS5BigramTokenizer
  private let insertTokens: PersistentStatement
  private let deleteTokens: PersistentStatement

  /// Prepares the statements.
  ///
  /// - Parameter tokenizer: The tokenizer of the connection.
  init(in db: Database, tokenizer: FTS5BigramTokenizer) throws {
    self.tokenizer = tokenizer
    insertTokens = try PersistentStatement(
      "INSERT INTO paragraph_fts(rowid, text) VALUES (?, ?)", in: db)
    deleteTokens = try PersistentStatement(
      "INSERT INTO paragraph_fts(paragraph_fts, rowid, text) VALUES ('delete', ?, ?)", in: db)
  }

  func add(_ text: String, ofParagraph id: Int) throws -> Int {
    try insertTokens.execute([.integer(id), .document(text)])
    return tokenizer.lastDocumentTokenCount
  }

  /// FTS5 needs the text that it indexed, before the paragraph's row changes. Otherwise tokens of
  /// the paragraph remain in its lists.
  func remove(_ text: String, ofParagraph id: Int) throws -> Int {
    try deleteTokens.execute([.integer(id), .document(text)])
    return tokenizer.lastDocumentTokenCount
  }

  func withLastFoldedText<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    try tokenizer.withLastFoldedText(body)
  }
}
