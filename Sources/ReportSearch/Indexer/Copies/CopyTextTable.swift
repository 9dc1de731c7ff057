import CSQLite
import GRDB
import TextAnalysis

/// The texts that are compared with each other, in the index: each once, whatever number of paragraphs
/// have it, with its group and its paragraphs.
///
/// The number of a group is that of one of its texts.
final class CopyTextTable {
  /// A number greater than those of all texts that are stored.
  let nextText: UInt32
  private let insertText, insertDigest, insertParagraph: NumberStatement
  private let deleteText, deleteDigest, deleteParagraph: NumberStatement
  private let textOfDigest, groupOfText, textsOfGroup: NumberStatement
  private let paragraphsOfGroup, paragraphOfText, contentOfText: NumberStatement
  private let isParagraphOfText: NumberStatement
  private let setGroupOfText, setGroupOfGroup: NumberStatement

  init(in db: Database) throws {
    func statement(_ sql: String) throws -> NumberStatement { try NumberStatement(sql, in: db) }
    let last = try Int.fetchOne(db, sql: "SELECT max(id) FROM copy_text") ?? 0
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
      SELECT id FROM copy_text WHERE id = ?1 AND copy_group = ?1
      UNION ALL SELECT id FROM copy_text WHERE copy_group = ?1 AND copy_group <> id
      """)
    paragraphsOfGroup = try statement(
      """
      SELECT paragraph FROM copy_paragraph WHERE text = ?1
      UNION ALL SELECT paragraph FROM copy_text CROSS JOIN copy_paragraph ON text = id
      WHERE copy_group = ?1 AND copy_group <> id
      """)
    paragraphOfText = try statement("SELECT paragraph FROM copy_paragraph WHERE text = ? LIMIT 1")
    isParagraphOfText = try statement(
      "SELECT 1 FROM copy_paragraph WHERE text = ? AND paragraph = ?")
    contentOfText = try statement(
      """
      SELECT CAST(text AS BLOB) FROM paragraph
      WHERE id = (SELECT paragraph FROM copy_paragraph WHERE text = ? LIMIT 1)
      """)
    setGroupOfText = try statement("UPDATE copy_text SET copy_group = ?2 WHERE id = ?1")
    setGroupOfGroup = try statement(
      """
      UPDATE copy_text SET copy_group = ?2
      WHERE id = ?1 OR (copy_group = ?1 AND copy_group <> id)
      """)
  }

  /// Stores a text.
  func insert(_ text: UInt32, group: UInt32) throws { try insertText.run(Int(text), Int(group)) }

  /// Stores the digest of a text.
  func insert(_ digest: TextDigest, of text: UInt32) throws {
    try insertDigest.run(digest.upper, digest.lower, Int(text))
  }

  /// Forgets a text.
  func delete(_ text: UInt32, digest: TextDigest) throws {
    try deleteText.run(Int(text))
    try deleteDigest.run(digest.upper, digest.lower)
  }

  /// Notes that a paragraph has a text.
  func insert(paragraph: UInt32, of text: UInt32) throws {
    try insertParagraph.run(Int(text), Int(paragraph))
  }

  /// Notes that a paragraph that had a text is gone.
  func delete(paragraph: UInt32, of text: UInt32) throws {
    try deleteParagraph.run(Int(text), Int(paragraph))
  }

  /// The text with a digest.
  func text(with digest: TextDigest) throws -> UInt32? {
    try textOfDigest.number(digest.upper, digest.lower).map(Self.id)
  }

  /// Whether a paragraph has a text.
  func has(paragraph: UInt32, of text: UInt32) throws -> Bool {
    try isParagraphOfText.number(Int(text), Int(paragraph)) != nil
  }

  /// Whether some paragraph has a text.
  func isUsed(_ text: UInt32) throws -> Bool { try paragraphOfText.number(Int(text)) != nil }

  /// The group of a text; `nil` if it is not stored.
  func group(of text: UInt32) throws -> UInt32? {
    try groupOfText.number(Int(text)).map(Self.id)
  }

  /// Puts a text into a group.
  func setGroup(_ group: UInt32, of text: UInt32) throws {
    try setGroupOfText.run(Int(text), Int(group))
  }

  /// Makes all texts of a group those of another.
  func setGroup(_ group: UInt32, ofGroup old: UInt32) throws {
    try setGroupOfGroup.run(Int(old), Int(group))
  }

  /// The texts of a group, ascending.
  func texts(ofGroup group: UInt32) throws -> [UInt32] {
    try ids(textsOfGroup, of: group)
  }

  /// The paragraphs whose texts are of a group.
  func paragraphs(ofGroup group: UInt32) throws -> [UInt32] {
    try ids(paragraphsOfGroup, of: group)
  }

  private func ids(_ statement: NumberStatement, of group: UInt32) throws -> [UInt32] {
    var numbers: [Int] = []
    try statement.run(Int(group)) { numbers.append($0[0]) }
    return try numbers.map(Self.id)
  }

  /// The id that a stored number is.
  private static func id(_ number: Int) throws -> UInt32 {
    guard let id = UInt32(exactly: number) else { throw DamagedStorage("text \(number)") }
    return id
  }

  /// Calls a closure with a text as the index sees it, in UTF-8.
  func withFoldedText<Value>(
    _ text: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Value
  ) throws -> Value {
    var value: Value?
    try contentOfText.run(Int(text)) { row in
      value = FoldedText(utf8: row.bytes(0)).utf8.withUnsafeBufferPointer(body)
    }
    guard let value else {
      throw DamagedStorage("no paragraph has text \(text)")
    }
    return value
  }
}
