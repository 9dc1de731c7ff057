/// A line of a source that is not blank, before anything is decided about it.
struct SourceLine: Hashable, Sendable {
  /// What the format itself says about a line.
  enum Role: Hashable, Sendable {
    /// Nothing.
    case text
    /// The title, which the format marks as one: Word's style `Title`.
    case title
    /// A heading that the format marks as one; the level counts from 1.
    case heading(level: Int)
    /// An item of a list that the format marks as one.
    case listItem
    /// A row of a table, its cells separated by tabs.
    case row
  }

  /// The white space before the text of a line.
  struct Indentation: Hashable, Sendable {
    /// The number of columns: an ideographic space takes two, a tab eight.
    let columns: Int
    /// The number of characters.
    let characters: Int

    /// No white space.
    static let none = Indentation(columns: 0, characters: 0)
  }

  /// The line of the source, from 1; in formats without lines, the paragraph.
  let number: Int
  /// The page of the source, from 1, in formats that have pages.
  let page: Int?
  /// The text, without white space at its ends.
  let text: String
  /// The white space before the text, in formats that are lines of characters.
  let indentation: Indentation
  /// What the format says about it.
  let role: Role
  /// Whether the whole line is links to other pages.
  let isLinks: Bool
  /// Why the line is no part of a report, where the format itself tells: a running head, a page number.
  let chrome: ChromeReason?

  init(
    number: Int, page: Int? = nil, text: String, indentation: Indentation = .none,
    role: Role = .text,
    isLinks: Bool = false, chrome: ChromeReason? = nil
  ) {
    self.number = number
    self.page = page
    self.text = text
    self.indentation = indentation
    self.role = role
    self.isLinks = isLinks
    self.chrome = chrome
  }

  /// A Boolean value that indicates whether a tab separates parts of the line, as in a row of a table.
  var hasTab: Bool { text.utf8.contains(0x09) }

  /// Returns the line in another role, with another text, or as one that is no part of a report.
  func with(role: Role? = nil, text: String? = nil, chrome: ChromeReason? = nil) -> SourceLine {
    SourceLine(
      number: number, page: page, text: text ?? self.text, indentation: indentation,
      role: role ?? self.role, isLinks: isLinks, chrome: chrome ?? self.chrome)
  }
}
