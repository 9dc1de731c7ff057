/// Why the pages of FTS5 are not read by this program itself: FTS5 answers instead.
public enum UnreadablePages: Error, Hashable, Sendable {
  /// They are of another version of the format.
  case version(Int)
  /// The record that names the segments is not of the kind that is known.
  case structure
  /// A page does not parse; the value is its row in FTS5's table of data.
  case page(Int)
  /// A list of positions does not parse.
  case positions
  /// A list names a paragraph that the index does not have.
  case paragraph(Int)
}
