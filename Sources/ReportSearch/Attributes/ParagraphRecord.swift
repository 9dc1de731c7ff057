import Corpus
import TextAnalysis

/// The stored doc values of one paragraph.
struct ParagraphRecord: Hashable {
  /// The id of its report; 0 for an unused paragraph id.
  var report: UInt32 = 0
  /// The number of folded characters.
  var characterCount: UInt32 = 0
  /// An index in `Paragraph.Kind.allCases`.
  var kind: UInt8 = 0
  /// An index in `SectionKind.allCases`.
  var section: UInt8 = 0
  /// The distance in paragraphs back to the heading of this one; 0 for none.
  var headingDistance: UInt32 = 0
  /// The number of its region's ``AttributeValue`` if it differs from the report's region;
  /// otherwise 0.
  var region: UInt32 = 0
  /// The ends of its sentences except for the last, in folded characters, delta-encoded as
  /// ``VariableLengthNumbers``.
  var sentenceEnds: [UInt8] = []
  /// The year spans as pairs of the distance in folded characters from the start of the previous
  /// span and the number of the ``AttributeValue`` (0 for the report's year), in
  /// ``VariableLengthNumbers``. Empty if the report's year applies to the whole paragraph.
  var years: [UInt8] = []

  /// Creates the record of an unused id.
  init() {}

  /// Creates the record of a paragraph.
  ///
  /// - Parameters:
  ///   - place: Its index in the report's paragraphs.
  ///   - value: Returns the number of a shared value.
  init(
    _ paragraph: Paragraph, at place: Int, report: Int, characterCount: Int,
    value: (String) throws -> UInt32
  ) rethrows {
    self.report = UInt32(report)
    self.characterCount = UInt32(characterCount)
    kind = ParagraphAttributes.number(of: paragraph.kind)
    section = UInt8(SectionKind.allCases.firstIndex(of: paragraph.section)!)
    headingDistance = paragraph.heading.map { UInt32(place - $0) } ?? 0
    region = try paragraph.region.map { try value(AttributeValue.text(of: $0)) } ?? 0
    let folded = FoldedText(paragraph.text)
    sentenceEnds = Self.distances(SentenceBreaks(in: paragraph.text, folded: folded).sentenceStarts)
    guard YearSpanText.isNeeded(for: paragraph.years) else { return }
    var characters = CharacterCounter(paragraph.text)
    var numbers = VariableLengthNumbers()
    var last: (place: Int, span: Int?) = (0, nil)
    for place in 0..<folded.characterCount {
      let origin = folded.originalUTF8Range(ofCharacters: place..<place + 1).lowerBound
      let character = characters.characters(before: origin)
      let span = paragraph.years.lastIndex { $0.range.lowerBound <= character }
      guard span != last.span else { continue }
      numbers.append(UInt32(place - last.place))
      numbers.append(
        try span.map { try value(AttributeValue.text(of: paragraph.years[$0])) } ?? 0)
      last = (place, span)
    }
    years = numbers.bytes
  }

  private static func distances(_ places: [Int]) -> [UInt8] {
    var numbers = VariableLengthNumbers()
    var last = 0
    for place in places where place > last {
      numbers.append(UInt32(place - last))
      last = place
    }
    return numbers.bytes
  }
}
