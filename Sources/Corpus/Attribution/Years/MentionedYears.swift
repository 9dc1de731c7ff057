/// The years that a place of a text speaks of, and their row in a table by years.
///
/// | Text              | ``from`` | ``to`` | ``row``       |
/// |-------------------|----------|--------|---------------|
/// | `2011年`          | 2011     | 2011   | `2011`        |
/// | `2011-2015年`     | 2011     | 2015   | `2011–2015`   |
/// | `2012学年`        | 2012     | 2013   | `2012/13`     |
/// | `近年来`, R = 2011 | none     | 2011   | `–2011`       |
/// | `从2012年起`      | 2012     | none   | `2012–`       |
/// | `20xx年`          | none     | none   | `placeholder` |
/// | nothing           | none     | none   | `undated`     |
public struct MentionedYears: Hashable, Sendable {
  /// The first year; `nil` where the span is open or unknown.
  public let from: Int?
  /// The last year; `nil` where the span is open or unknown.
  public let to: Int?
  /// The row of a table by years; each place of a text falls into exactly one.
  public let row: String

  /// Creates years that were stored.
  public init(from: Int?, to: Int?, row: String) {
    self.from = from
    self.to = to
    self.row = row
  }

  /// A place whose year is unknown.
  public static let undated = MentionedYears(from: nil, to: nil, row: "undated")

  /// A place whose year was taken out of the text: `20xx年`.
  public static let placeholder = MentionedYears(from: nil, to: nil, row: "placeholder")

  /// One year.
  static func year(_ year: Int) -> MentionedYears {
    MentionedYears(from: year, to: year, row: "\(year)")
  }

  /// All years from one to another.
  static func years(_ first: Int, through last: Int) -> MentionedYears {
    first == last
      ? year(first) : MentionedYears(from: first, to: last, row: "\(first)–\(last)")
  }

  /// The school year that begins in September of a year.
  static func academicYear(_ first: Int) -> MentionedYears {
    let short = (first + 1) % 100
    return MentionedYears(
      from: first, to: first + 1, row: "\(first)/\(short < 10 ? "0" : "")\(short)")
  }

  /// The years up to one.
  static func through(_ last: Int) -> MentionedYears {
    MentionedYears(from: nil, to: last, row: "–\(last)")
  }

  /// The years from one on.
  static func since(_ first: Int) -> MentionedYears {
    MentionedYears(from: first, to: nil, row: "\(first)–")
  }

  /// The year, if it is a single one.
  var single: Int? { from == to ? from : nil }
}
