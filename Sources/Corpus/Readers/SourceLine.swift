/// A non-blank line of a source, as a format reader returns it.
struct SourceLine: Hashable, Sendable {
  /// The role that the format gives to a line.
  enum Role: Hashable, Sendable {
    /// Text without a marked role.
    case text
    /// A title that is marked by the format: Word's style `Title`.
    case title
    /// A heading that is marked by the format. The level counts from 1.
    case heading(level: Int)
    /// A list item that is marked by the format.
    case listItem
    /// A row of a table, its cells separated by tabs.
    case row
  }

  /// The leading white space of a line.
  struct Indentation: Hashable, Sendable {
    /// The number of columns: an ideographic space takes two, a tab eight.
    let columns: Int
    /// The number of characters.
    let characters: Int

    /// No white space.
    static let none = Indentation(columns: 0, characters: 0)
  }

  /// The line of the source, from 1. In formats without lines, the number of the paragraph.
  let number: Int
  /// The page of the source, from 1; `nil` in formats without pages.
  let page: Int?
  /// The text, without white space at its ends.
  let text: String
  /// The leading white space, in formats that consist of lines of characters.
  let indentation: Indentation
  /// The role of the line.
  let role: Role
  /// True if the whole line consists of links to other pages.
  let isLinks: Bool
  /// The reason why the line is boilerplate, if the format reader recognized it as such: a running
  /// head, a page number.
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

  /// True if the line contains a tab, as table rows do.
  var hasTab: Bool { text.utf8.contains(0x09) }

  /// Returns a copy with another role, text or boilerplate reason.
  func with(role: Role? = nil, text: String? = nil, chrome: ChromeReason? = nil) -> SourceLine {
    SourceLine(
      number: number, page: page, text: text ?? self.text, indentation: indentation,
      role: role ?? self.role, isLinks: isLinks, chrome: chrome ?? self.chrome)
  }
}
