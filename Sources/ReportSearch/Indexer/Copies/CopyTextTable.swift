import Foundation
import TextAnalysis

/// The table of distinct texts that are compared for near-duplicates, with their groups and
/// paragraphs.
///
/// The number of a group is that of one of its texts.
final class CopyTextTable {
  /// A number greater than those of all stored texts.
  let nextText: UInt32
  private let insertText, insertDigest, insertParagraph: any TableStatement
  private let deleteText, deleteDigest, deleteParagraph: any TableStatement
  private let textOfDigest, groupOfText, textsOfGroup: any TableStatement
  private let paragraphsOfGroup, paragraphOfText, contentOfText: any TableStatement
  private let isParagraphOfText: any TableStatement
  private let setGroupOfText, setGroupOfGroup: any TableStatement

  init(in db: any TableWriter) throws {
    func statement(_ sql: String) throws -> any TableStatement { try db.prepare(sql) }
    let last = try db.integer("SELECT max(id) FROM copy_text") ?? 0
    guard 0..<Int(UInt32.max) ~= last else { throw DamagedStorage("copy_text \(last)") }
    nextText = UInt32(last) + 1
    insertText = try statement("INSERT INTO copy_text(id, copy_group) VALUES (?, ?)")
    insertDigest = try statement("INSERT INTO copy_digest(upper, lower, text) VALUES (?, ?, ?)")
    insertParagraph = try statement("INSERT INTO copy_paragraph(text, paragraph) VALUES (?, ?)")
    deleteText = try statement("DELETE FROM copy_text WHERE id = ?")
    deleteDigest = try statement("DELETE FROM copy_digest WHERE upper = ? AND lower = ?")
    deleteParagraph = try statement(
      "DELETE FROM copy_paragraph WHERE text = ? AND paragraph = ?")
    textOfDigest = try statement(
      "SELECT text FROM copy_digest WHERE upper = ? AND lower = ?")
    groupOfText = try statement("SELECT copy_group FROM copy_text WHERE id = ?")
    textsOfGroup = try statement(
      """
      SELECT id FROM copy_text WHERE id = ? AND copy_group = ?
      UNION ALL SELECT id FROM copy_text WHERE copy_group = ? AND copy_group <> id
      """)
    paragraphsOfGroup = try statement(
      """
      SELECT paragraph FROM copy_paragraph WHERE text = ?
      UNION ALL SELECT paragraph FROM copy_paragraph
      WHERE text IN (SELECT id FROM copy_text WHERE copy_group = ? AND copy_group <> id)
      """)
    paragraphOfText = try statement("SELECT paragraph FROM copy_paragraph WHERE text = ? LIMIT 1")
    isParagraphOfText = try statement(
      "SELECT 1 FROM copy_paragraph WHERE text = ? AND paragraph = ?")
    contentOfText = try statement(
      """
      SELECT CAST(text AS BLOB) FROM paragraph
      WHERE id = (SELECT paragraph FROM copy_paragraph WHERE text = ? LIMIT 1)
      """)
    setGroupOfText = try statement("UPDATE copy_text SET copy_group = ? WHERE id = ?")
    setGroupOfGroup = try statement(
      """
      UPDATE copy_text SET copy_group = ?
      WHERE id = ? OR (copy_group = ? AND copy_group <> id)
      """)
  }

  /// Inserts a text.
  func insert(_ text: UInt32, group: UInt32) throws { try run(insertText, text, group) }

  /// Inserts the digest of a text.
  func insert(_ digest: TextDigest, of text: UInt32) throws {
    try insertDigest.execute(Self.key(digest) + [.integer(Int(text))])
  }

  /// Deletes a text and its digest.
  func delete(_ text: UInt32, digest: TextDigest) throws {
    try run(deleteText, text)
    try deleteDigest.execute(Self.key(digest))
  }

  /// Records that a paragraph has a text.
  func insert(paragraph: UInt32, of text: UInt32) throws {
    try run(insertParagraph, text, paragraph)
  }

  /// Deletes the record that a paragraph has a text.
  func delete(paragraph: UInt32, of text: UInt32) throws {
    try run(deleteParagraph, text, paragraph)
  }

  /// Returns the text with a digest, or `nil` if there is none.
  func text(with digest: TextDigest) throws -> UInt32? {
    try ids(textOfDigest, Self.key(digest)).first
  }

  /// Returns the texts with the given digests. Digests without a text are omitted.
  func texts(with digests: [TextDigest]) throws -> [TextDigest: UInt32] {
    guard nextText > 1 else { return [:] }
    var texts: [TextDigest: UInt32] = [:]
    try textOfDigest.forEachRow(ofEach: digests.map(Self.key)) { place, row in
      texts[digests[place]] = try StoredRow(row, of: "copy_digest")[0]
    }
    return texts
  }

  /// Returns true if a paragraph has a text.
  func has(paragraph: UInt32, of text: UInt32) throws -> Bool {
    try !ids(isParagraphOfText, text, paragraph).isEmpty
  }

  /// Returns true if any paragraph has a text.
  func isUsed(_ text: UInt32) throws -> Bool { try !ids(paragraphOfText, text).isEmpty }

  /// Returns the group of a text, or `nil` if the text is not stored.
  func group(of text: UInt32) throws -> UInt32? { try ids(groupOfText, text).first }

  /// Moves a text to a group.
  func setGroup(_ group: UInt32, of text: UInt32) throws { try run(setGroupOfText, group, text) }

  /// Moves all texts of a group to another one.
  func setGroup(_ group: UInt32, ofGroup old: UInt32) throws {
    try run(setGroupOfGroup, group, old, old)
  }

  /// Returns the texts of a group.
  func texts(ofGroup group: UInt32) throws -> [UInt32] {
    try ids(textsOfGroup, group, group, group)
  }

  /// Returns the paragraphs of a group.
  func paragraphs(ofGroup group: UInt32) throws -> [UInt32] {
    try ids(paragraphsOfGroup, group, group)
  }

  private static func key(_ digest: TextDigest) -> [StoredArgument] {
    [.integer(digest.upper), .integer(digest.lower)]
  }

  private func run(_ statement: any TableStatement, _ numbers: UInt32...) throws {
    try statement.execute(numbers.map { .integer(Int($0)) })
  }

  private func ids(_ statement: any TableStatement, _ numbers: UInt32...) throws -> [UInt32] {
    try ids(statement, numbers.map { .integer(Int($0)) })
  }

  /// Returns the ids that a statement selects.
  private func ids(
    _ statement: any TableStatement, _ arguments: [StoredArgument]
  ) throws -> [UInt32] {
    var ids: [UInt32] = []
    try statement.forEachRow(arguments) { ids.append(try StoredRow($0, of: "copy_text")[0]) }
    return ids
  }

  /// Calls a closure with the folded form of a text, in UTF-8.
  ///
  /// - Throws: A ``DamagedStorage`` if no paragraph has the text.
  func withFoldedText<Value>(
    _ text: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) throws -> Value {
    var value: Value?
    try contentOfText.forEachRow([.integer(Int(text))]) { row in
      let content: Data = try StoredRow(row, of: "paragraph")[0]
      value = content.withUnsafeBytes { bytes in
        bytes.withMemoryRebound(to: UInt8.self) {
          FoldedText(utf8: $0).utf8.withUnsafeBufferPointer(body)
        }
      }
    }
    guard let value else {
      throw DamagedStorage("no paragraph has text \(text)")
    }
    return value
  }
}
