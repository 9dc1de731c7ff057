/// A time expression in a text: `2011年`, `“十二五”时期`, 去年, `20xx年`.
///
/// `从2012年春期起` has the meaning 2012 and the extent ``Extent/onward``. A ``YearResolver`` turns an
/// expression into years when the report's year is known.
struct TimeExpression: Hashable {
  /// The time that an expression names.
  enum Meaning: Hashable {
    /// Calendar years.
    case years(ClosedRange<Int>)
    /// The academic year that begins in this year.
    case academicYear(Int)
    /// A masked year.
    case placeholder
    /// Years relative to another.
    case relative(RelativeYears)
  }

  /// A modification of the years by adjacent words.
  enum Extent: Hashable {
    /// The years themselves.
    case closed
    /// From the years to the report's year: 以来.
    case since
    /// From the years on: 起.
    case onward
    /// Up to the years: 以前.
    case until
  }

  /// The scope in which an expression dates other text.
  enum Reach: Hashable {
    /// To the end of its sentence.
    case sentence
    /// To a position before that, such as the comma after 在…基础上.
    case upTo(Int)
    /// No scope: a base of comparison or part of a name.
    case nothing
  }

  /// The range in folded characters, including the words that change the extent.
  var range: Range<Int>
  /// The end of the tail that does not change the year, such as `9月` in `2011年9月`.
  var tailEnd: Int
  /// The time that the expression names.
  let meaning: Meaning
  /// The modification by adjacent words.
  var extent = Extent.closed
  /// True if the time is a deadline: `到2020年`, `力争2020年`.
  var isAim = false
  /// The scope in which the expression dates other text.
  var reach = Reach.sentence

  init(range: Range<Int>, meaning: Meaning) {
    self.range = range
    self.tailEnd = range.upperBound
    self.meaning = meaning
  }
}
