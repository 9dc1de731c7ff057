import TextAnalysis

/// Recognizes lines that belong to the page and not to a report.
protocol ChromeRule: Sendable {
  /// Why a line that the rule takes is no part of a report.
  var reason: ChromeReason { get }

  /// Whether a line belongs to the page.
  func takes(_ line: ChromeCandidate) -> Bool
}

/// A line that is short enough to belong to the page.
struct ChromeCandidate {
  /// The line without bullets at its start.
  let text: FoldedText
  /// Whether no running text of a report stands before the line.
  let isBeforeText: Bool

  /// Longer lines are text, whatever they say: characters.
  static let longest = 150

  /// Prepares a line, or returns `nil` if it is too long to belong to the page.
  init?(_ text: String, isBeforeText: Bool) {
    guard text.utf8.count <= Self.longest * 4 else { return nil }
    let folded = FoldedText(Self.withoutBullet(text))
    guard folded.characterCount <= Self.longest else { return nil }
    self.text = folded
    self.isBeforeText = isBeforeText
  }

  /// Leaves out the bullets with which pages begin lines.
  static func withoutBullet(_ line: String) -> String {
    guard let first = line.unicodeScalars.first, bullets.contains(first) else { return line }
    return String(line.unicodeScalars.drop { bullets.contains($0) })
  }

  private static let bullets = Set("•·●■◆►»▪*| \u{3000}".unicodeScalars)

  /// Whether the line is one of some words.
  func isOne(of words: [FoldedText]) -> Bool { words.contains { $0.utf8 == text.utf8 } }

  /// Whether the line begins with one of some words.
  func begins(with words: [FoldedText]) -> Bool { words.contains { text.hasPrefix($0) } }

  /// Whether the line is one of some words or begins with one and a colon.
  func isLabelled(_ words: [FoldedText]) -> Bool {
    words.contains { word in
      text.hasPrefix(word)
        && (text.utf8.count == word.utf8.count || text.utf8[word.utf8.count] == UInt8(ascii: ":"))
    }
  }

  /// Whether the line is a sentence, as the page's own words about itself rarely are.
  var isSentence: Bool { text.contains(Self.fullStop) }
  private static let fullStop: FoldedText = "。"

  /// Whether one of some words stands in the line.
  func contains(_ words: [FoldedText]) -> Bool { words.contains { text.contains($0) } }
}

/// The rules in the order in which they are asked.
enum PageChrome {
  /// Returns why a line belongs to the page, or `nil` if it does not.
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
