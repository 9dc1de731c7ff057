/// Matches that a user has marked as false positives. They are excluded from lists and counts.
///
/// The text form is a table of two columns separated by a TAB; the reason is optional. Lines that
/// begin with `#` are comments. A first line `hit_id TAB reason` is a header:
///
/// ```
/// r4f1c09a27d35b8e6a0c1.12:8-12    说的是另一件事
/// ```
public struct RejectedHits: Hashable, Sendable {
  /// A rejected match with the reason.
  public struct Row: Hashable, Sendable {
    /// The identifier of the match: ``Identifier/match(paragraph:foldedRange:)``.
    public let hitID: String
    /// The reason; empty if none is given.
    public let reason: String
    let report: String
    let number: Int
    let range: Range<UInt32>
  }

  /// The matches in the order of the table, each once.
  public private(set) var rows: [Row] = []

  /// Creates an empty list.
  public init() {}

  /// Parses the text form of a list. If a match occurs twice, the last line wins.
  ///
  /// - Throws: A ``RejectedHitsError`` with the number of the invalid line.
  public init(_ table: String) throws(RejectedHitsError) {
    let table = table.hasPrefix("\u{FEFF}") ? table.dropFirst() : table[...]
    let lines = table.split(omittingEmptySubsequences: false) { $0.isNewline }
    var places: [String: Int] = [:]
    for (place, line) in lines.enumerated() {
      let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      let hitID = cells.first.map(Self.trimmed) ?? ""
      guard !hitID.isEmpty, !hitID.hasPrefix("#"), !(place == 0 && hitID == "hit_id") else {
        continue
      }
      let reason = cells.count > 1 ? Self.trimmed(cells[1]) : ""
      guard let row = Row(hitID, reason: reason) else {
        throw RejectedHitsError(text: hitID, lineNumber: place + 1)
      }
      if let known = places[hitID] {
        rows[known] = row
      } else {
        places[hitID] = rows.count
        rows.append(row)
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension RejectedHits.Row {
  /// Parses the identifier of a match: `report.number:start-end`.
  fileprivate init?(_ hitID: String, reason: String) {
    guard let match = hitID.wholeMatch(of: /(r[0-9a-f]{20})\.([0-9]+):([0-9]+)-([0-9]+)/),
      let number = Int(match.2), let start = UInt32(match.3), let end = UInt32(match.4),
      start < end
    else { return nil }
    self.hitID = hitID
    self.reason = reason
    report = String(match.1)
    self.number = number
    range = start..<end
  }
}

/// An error in the text form of a list of rejected matches.
public struct RejectedHitsError: Error, Hashable, Sendable {
  /// The text that is not a match identifier.
  public let text: String
  /// The line number, from 1.
  public let lineNumber: Int

  /// Creates an error.
  public init(text: String, lineNumber: Int) {
    self.text = text
    self.lineNumber = lineNumber
  }
}
