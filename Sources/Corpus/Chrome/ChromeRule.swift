import TextAnalysis

/// Recognizes boilerplate lines.
protocol ChromeRule: Sendable {
  /// The reason for removing the lines that match.
  var reason: ChromeReason { get }

  /// Returns true if a line is boilerplate.
  func takes(_ line: ChromeCandidate) -> Bool
}

/// A line that is short enough to be boilerplate.
struct ChromeCandidate {
  /// The folded line without leading bullets.
  let text: FoldedText
  /// True if no text of a report precedes the line.
  let isBeforeText: Bool

  /// The maximum length of a boilerplate line in folded characters.
  static let longest = 150

  /// Prepares a line, or returns `nil` if it is too long to be boilerplate.
  init?(_ text: String, isBeforeText: Bool) {
    guard text.utf8.count <= Self.longest * 4 else { return nil }
    let folded = FoldedText(Self.withoutBullet(text))
    guard folded.characterCount <= Self.longest else { return nil }
    self.text = folded
    self.isBeforeText = isBeforeText
  }

  /// Returns a line without its leading bullets.
  static func withoutBullet(_ line: String) -> String {
    guard let first = line.unicodeScalars.first, bullets.contains(first) else { return line }
    return String(line.unicodeScalars.drop { bullets.contains($0) })
  }

  private static let bullets = Set("•·●■◆►»▪*| \u{3000}".unicodeScalars)

  /// Returns true if the line equals one of the words.
  func isOne(of words: [FoldedText]) -> Bool { words.contains { $0.utf8 == text.utf8 } }

  /// Returns true if the line begins with one of the words.
  func begins(with words: [FoldedText]) -> Bool { words.contains { text.hasPrefix($0) } }

  /// Returns true if the line equals one of the words, or begins with one that is followed by a
  /// colon.
  func isLabelled(_ words: [FoldedText]) -> Bool {
    words.contains { word in
      text.hasPrefix(word)
        && (text.utf8.count == word.utf8.count || text.utf8[word.utf8.count] == UInt8(ascii: ":"))
    }
  }

  /// True if the line contains a full stop. Boilerplate rarely does.
  var isSentence: Bool { text.contains(Self.fullStop) }
  private static let fullStop: FoldedText = "。"

  /// Returns true if one of the words occurs in the line.
  func contains(_ words: [FoldedText]) -> Bool { words.contains { text.contains($0) } }
}

/// The boilerplate rules, in the order in which they are applied.
enum PageChrome {
  /// Returns the reason of the first matching rule, or `nil` if the line is not boilerplate.
  static func reason(for line: String, isBeforeText: Bool) -> ChromeReason? {
    guard let candidate = ChromeCandidate(line, isBeforeText: isBeforeText) else { return nil }
    return rules.first { $0.takes(candidate) }?.reason
  }

  private static let rules: [any ChromeRule] = [
    ProgramLeftover(), Navigation(), InterfaceWord(), PublicationLine(), CopyrightNotice(),
    PageAddress(),
    EditorialLead(), RelatedReading(), TruncationNotice(), SiteAdvertisement(), SiteName(),
  ]
}
