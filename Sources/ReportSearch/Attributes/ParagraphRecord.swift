import Corpus
import TextAnalysis

/// The attributes of one paragraph as they are written.
struct ParagraphRecord: Hashable {
  /// The id of its report; 0 where there is no paragraph.
  var report: UInt32 = 0
  /// The number of folded characters.
  var characterCount: UInt32 = 0
  /// A place in `Paragraph.Kind.allCases`.
  var kind: UInt8 = 0
  /// A place in `SectionKind.allCases`.
  var section: UInt8 = 0
  /// How many paragraphs before it the heading stands that it is under; 0 for none.
  var headingDistance: UInt32 = 0
  /// The number of its region, where that is another than its report's; else 0.
  var region: UInt32 = 0
  /// Where its sentences end but the last one, in folded characters, each as the distance from the one
  /// before: ``VariableLengthNumbers``.
  var sentenceEnds: [UInt8] = []
  /// The stretches of its years, each as the distance of its first folded character from the one before
  /// and the number of its years, 0 for the report's: ``VariableLengthNumbers``. Empty where all of it
  /// is told of the report's year.
  var years: [UInt8] = []

  /// No paragraph.
  init() {}

  /// Takes the attributes of a paragraph.
  ///
  /// - Parameters:
  ///   - place: Its place among the report's paragraphs.
  ///   - value: Gives the number of a value that many paragraphs share.
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
