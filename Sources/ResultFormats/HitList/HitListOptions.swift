public import ReportSearch

/// What a hit list is to be like.
public struct HitListOptions: Hashable, Sendable {
  /// How the list is written.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Comma-separated values.
    case csv
    /// One JSON object a line.
    case jsonl

    /// The format that a file name asks for, or `nil` if it asks for none.
    public init?(fileName: String) {
      let ending = fileName.split(separator: ".", omittingEmptySubsequences: false).last
      self.init(rawValue: ending.map { $0.lowercased() } ?? "")
    }
  }

  /// What a row is about.
  public enum Row: String, Hashable, Sendable, CaseIterable {
    /// One match.
    case match
    /// One paragraph, with the number of its matches.
    case paragraph
  }

  /// How the list is written.
  public var format = Format.csv
  /// What a row is about.
  public var row = Row.match
  /// The number of characters on both sides of a match.
  public var context = 30
  /// Whether CSV cells that a spreadsheet would run as formulas stay as they are.
  public var keepsFormulas = false
  /// The number of paragraphs at most; `nil` for all.
  public var limit: Int?
  /// The order of the paragraphs.
  public var order = HitOrder.rank

  /// The usual: CSV, a row a match, nothing cut, best first.
  public init() {}
}
