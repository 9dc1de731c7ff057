/// Words of a text that tell a time: `2011年`, `“十二五”时期`, 去年, `20xx年`.
///
/// `从2012年春期起` has the meaning 2012 and the extent ``Extent/onward``; its years are known once a
/// ``YearContext`` says what the report is about.
struct TimeExpression: Hashable {
  /// What the words name.
  enum Meaning: Hashable {
    /// Calendar years.
    case years(ClosedRange<Int>)
    /// The school year that begins in this year.
    case academicYear(Int)
    /// A year that was taken out of the text.
    case placeholder
    /// Years that are counted from another.
    case relative(RelativeYears)
  }

  /// What the words around it make of its years.
  enum Extent: Hashable {
    /// The years themselves.
    case closed
    /// From them to the report's year: 以来.
    case since
    /// From them on: 起.
    case onward
    /// Up to them: 以前.
    case until
  }

  /// How far it tells the time of other words.
  enum Reach: Hashable {
    /// To the end of its sentence.
    case sentence
    /// To a place before that, such as the comma of 在…基础上.
    case upTo(Int)
    /// Nowhere: a base of comparison, a name.
    case nothing
  }

  /// Its characters, with the words that change its extent.
  var range: Range<Int>
  /// The end of what belongs to it without changing its year: of `9月` in `2011年9月`.
  var tailEnd: Int
  /// What it names.
  let meaning: Meaning
  /// What the words around it make of its years.
  var extent = Extent.closed
  /// Whether something is to be reached by then: `到2020年`, `力争2020年`.
  var isAim = false
  /// How far it tells the time of other words.
  var reach = Reach.sentence

  init(range: Range<Int>, meaning: Meaning) {
    self.range = range
    self.tailEnd = range.upperBound
    self.meaning = meaning
  }
}
