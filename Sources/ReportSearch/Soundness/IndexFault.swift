/// Something in an index that contradicts itself or its sources.
public enum IndexFault: Hashable, Sendable {
  /// SQLite finds the file damaged; the value is its message.
  case file(String)
  /// FTS5 finds its lists damaged, or others than those of the texts; the value is SQLite's message.
  case lists(String)
  /// A table cannot be read or contradicts another; the value says which, and where.
  case table(String)
  /// The lists have other tokens of a paragraph than its text; the value is its identifier.
  case tokens(paragraph: String)
  /// The arrays by which searching goes say something else of a paragraph than its row.
  case attributes(paragraph: String)
  /// The tables of copies say something else of a paragraph than its text.
  case copies(paragraph: String)
  /// A report does not follow from the source that it is said to be from; the value is its identifier.
  case report(String)
  /// A file has other bytes than were indexed, although it looks as it did then.
  case source(path: String)
}
