import Corpus
import TextAnalysis

/// Where the attributes of paragraphs and reports come from that only some queries need.
///
/// Evaluation knows this protocol and no storage. What it gives is read once for each state of the
/// index.
protocol AttributeSource {
  /// What each paragraph's section is for, by its id: a place in `SectionKind.allCases`.
  func sections() throws -> [UInt8]

  /// The id of the heading that each paragraph stands under, by its id; 0 for none.
  func headings() throws -> [UInt32]

  /// Where the sentences of each paragraph end but the last one, in folded characters.
  func sentenceEnds() throws -> PlaceLists

  /// The years of the stretches of each paragraph.
  func years() throws -> ParagraphYears

  /// The regions of paragraphs that have one of their own.
  func regions() throws -> ParagraphRegions

  /// The reports, by their ids.
  func reports() throws -> [UInt32: ReportRecord]

  /// The groups of copies.
  func copies(of attributes: ParagraphAttributes) throws -> CopyGroups

  /// The text of a paragraph.
  func text(ofParagraph id: UInt32) throws -> String

  /// The text of a paragraph and the same folded, which has as many characters as the attributes say.
  func foldedText(ofParagraph id: UInt32) throws -> (text: String, folded: FoldedText)

  /// Says which texts will be asked for next, in this order, so that they can be read together.
  func expectTexts(ofParagraphs ids: [UInt32])
}

/// What filters and facets ask of a report. A class: thousands of them are looked through for a query.
final class ReportRecord: Sendable {
  let identifier: String
  let title: String
  let year: ReportYear
  let documentType: DocumentType
  let issuer: String?
  let region: Region
  let publishDate: String?
  /// The paths of the files that hold it, sorted.
  let paths: [String]
  /// Its place in its source, from 1.
  let part: Int

  init(
    identifier: String, title: String, year: ReportYear, documentType: DocumentType,
    issuer: String?, region: Region, publishDate: String?, paths: [String], part: Int
  ) {
    self.identifier = identifier
    self.title = title
    self.year = year
    self.documentType = documentType
    self.issuer = issuer
    self.region = region
    self.publishDate = publishDate
    self.paths = paths
    self.part = part
  }
}

/// A list of numbers for each paragraph, all in one array.
struct PlaceLists: Sendable {
  /// Where the numbers of each paragraph begin; one more entry says where the last ones end.
  private(set) var bounds: [UInt32] = [0]
  private(set) var places: [UInt32] = []

  /// The numbers of a paragraph, ascending.
  func places(ofParagraph id: UInt32) -> ArraySlice<UInt32> {
    places[Int(bounds[Int(id)])..<Int(bounds[Int(id) + 1])]
  }

  /// Adds a number to the list of the next paragraph.
  mutating func append(_ place: UInt32) { places.append(place) }

  /// Ends the list of the next paragraph.
  mutating func endParagraph() { bounds.append(UInt32(places.count)) }
}

/// The years of all stretches of paragraphs: where each stretch begins, in folded characters, and the
/// number of its years.
struct ParagraphYears: Sendable {
  /// Where stretches begin.
  var starts = PlaceLists()
  /// The number of the years of each stretch: beside ``PlaceLists/places`` of ``starts``.
  var numbers: [UInt32] = []
  /// What each number means; `nil` for numbers of something else.
  var values: [YearSpan?] = []

  /// The number of the years that a place of a paragraph speaks of; 0 for the report's year.
  func number(atPlace place: UInt32, ofParagraph id: UInt32) -> Int {
    let lower = Int(starts.bounds[Int(id)])
    var stretch = Int(starts.bounds[Int(id) + 1])
    while stretch > lower {
      stretch -= 1
      if starts.places[stretch] <= place { return Int(numbers[stretch]) }
    }
    return 0
  }
}

/// The regions of paragraphs that are about another than their report.
struct ParagraphRegions: Sendable {
  /// The number of the region of each paragraph, by its id; 0 for its report's.
  var numbers: [UInt32] = []
  /// What each number means; `nil` for numbers of something else.
  var values: [Region?] = []
}
