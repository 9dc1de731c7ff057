/// A contradiction within an index, or between an index and its sources.
public enum IndexFault: Hashable, Sendable {
  /// SQLite reports corruption of the file. The value is its message.
  case file(String)
  /// FTS5 reports that its lists are corrupted or differ from the texts. The value is SQLite's
  /// message.
  case lists(String)
  /// A table cannot be read or contradicts another one. The value names the table and the location.
  case table(String)
  /// The postings of a paragraph differ from the tokens of its text. The value is its identifier.
  case tokens(paragraph: String)
  /// The doc values of a paragraph differ from its row. The value is its identifier.
  case attributes(paragraph: String)
  /// The near-duplicate tables contradict a paragraph's text. The value is its identifier.
  case copies(paragraph: String)
  /// A report does not follow from its source. The value is its identifier.
  case report(String)
  /// The bytes of a file differ from the indexed ones although its stamp is unchanged.
  case source(path: String)
}
