/// The years that a position in a text refers to, and their row in a table by year.
///
/// | Text              | ``from`` | ``to`` | ``row``       |
/// |-------------------|----------|--------|---------------|
/// | `2011年`          | 2011     | 2011   | `2011`        |
/// | `2011-2015年`     | 2011     | 2015   | `2011–2015`   |
/// | `2012学年`        | 2012     | 2013   | `2012/13`     |
/// | `近年来`, R = 2011 | none     | 2011   | `–2011`       |
/// | `从2012年起`      | 2012     | none   | `2012–`       |
/// | `20xx年`          | none     | none   | `placeholder` |
/// | no year           | none     | none   | `undated`     |
public struct MentionedYears: Hashable, Sendable {
  /// The first year; `nil` if the span is open or unknown.
  public let from: Int?
  /// The last year; `nil` if the span is open or unknown.
  public let to: Int?
  /// The row in a table by year. Each position in a text belongs to exactly one row.
  public let row: String

  /// Creates a value from stored fields.
  public init(from: Int?, to: Int?, row: String) {
    self.from = from
    self.to = to
    self.row = row
  }

  /// The value of text whose year is unknown.
  public static let undated = MentionedYears(from: nil, to: nil, row: "undated")

  /// The value of text whose year is masked: `20xx年`.
  public static let placeholder = MentionedYears(from: nil, to: nil, row: "placeholder")

  /// Returns a single year.
  static func year(_ year: Int) -> MentionedYears {
    MentionedYears(from: year, to: year, row: "\(year)")
  }

  /// Returns the span between two years, inclusive.
  static func years(_ first: Int, through last: Int) -> MentionedYears {
    first == last
      ? year(first) : MentionedYears(from: first, to: last, row: "\(first)–\(last)")
  }

  /// Returns the academic year that begins in September of a year.
  static func academicYear(_ first: Int) -> MentionedYears {
    let short = (first + 1) % 100
    return MentionedYears(
      from: first, to: first + 1, row: "\(first)/\(short < 10 ? "0" : "")\(short)")
  }

  /// Returns the open span up to and including a year.
  static func through(_ last: Int) -> MentionedYears {
    MentionedYears(from: nil, to: last, row: "–\(last)")
  }

  /// Returns the open span from a year on.
  static func since(_ first: Int) -> MentionedYears {
    MentionedYears(from: first, to: nil, row: "\(first)–")
  }

  /// The year, if there is only one.
  var single: Int? { from == to ? from : nil }
}
