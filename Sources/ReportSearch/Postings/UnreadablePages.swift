/// The reason why FTS5's pages cannot be read directly. FTS5 itself answers instead.
public enum UnreadablePages: Error, Hashable, Sendable {
  /// The pages have another format version.
  case version(Int)
  /// The structure record is malformed or unsupported.
  case structure
  /// A page is malformed; the value is its row id in FTS5's data table.
  case page(Int)
  /// A position list is malformed.
  case positions
  /// A doclist contains a paragraph that the index does not have.
  case paragraph(Int)
}
