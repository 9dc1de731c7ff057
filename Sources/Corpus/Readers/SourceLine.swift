/// A line of a source that is not blank, before anything is decided about it.
struct SourceLine: Hashable {
  /// What the format itself says about a line.
  enum Role: Hashable {
    /// Nothing.
    case text
    /// A heading that the format marks as one; the level counts from 1.
    case heading(level: Int)
    /// A row of a table, its cells separated by tabs.
    case row
  }

  /// The line of the source, from 1.
  let number: Int
  /// The text, without white space at its ends.
  let text: String
  /// What the format says about it.
  let role: Role
  /// Whether the whole line is links to other pages.
  let isLinks: Bool

  init(number: Int, text: String, role: Role = .text, isLinks: Bool = false) {
    self.number = number
    self.text = text
    self.role = role
    self.isLinks = isLinks
  }
}
