import Foundation
import TestSupport
import Testing

@testable import Corpus

/// The suite `Suites/years.tsv`: sentences with a marked position, and the expected years.
struct YearSpanTests {
  @Test(arguments: try YearCase.all())
  func `a position has the years of its time expression`(example: YearCase) throws {
    let spans = YearSpans.spans(of: example.text, in: example.context)
    let span = try #require(spans.first { $0.range.contains(example.place) })
    #expect(
      [span.years.row, span.kind.rawValue, span.basis.rawValue, span.evidence] == example.expected)
  }

  @Test func `a paragraph is cut where its time changes`() {
    let context = YearContext(reportYear: 2011)
    let spans = YearSpans.spans(of: "入学率达到100%。2010年建校2所,今年又建3所。", in: context)
    #expect(spans.map(\.years.row) == ["2011", "2010", "2011"])
    #expect(spans.map(\.basis) == [.report, .clause, .relative])
    #expect(spans.map(\.evidence) == ["", "2010年", "今年"])
    #expect(spans.map(\.range) == [0..<10, 10..<20, 20..<27])
    #expect(spans.map(\.evidenceRange) == [nil, 10..<15, 20..<22])
  }

  @Test func `evidence in a heading has no range in the paragraph`() {
    let context = YearContext(
      reportYear: 2011, hasOwnYear: false, headings: ["一、２０１０年工作", "（一）控辍"])
    let spans = YearSpans.spans(of: "巩固率提高。", in: context)
    #expect(spans.map(\.evidence) == ["２０１０年"] && spans[0].evidenceRange == nil)
    #expect(spans[0].basis == .heading && spans[0].years.single == 2010)
  }

  @Test func `an empty paragraph has no span`() {
    #expect(YearSpans.spans(of: "", in: YearContext(reportYear: 2011)).isEmpty)
    #expect(YearSpans.spans(of: "\u{200B}", in: YearContext(reportYear: 2011)).count == 1)
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "2011、", "2011年,", "“十二五”", "(2011年", "《", "\"2011年", "在2010年的", "比", "近", "2011",
      "20xx年", "2011-", "1", "x", "(2011年)", "一二三四五", "从2011年的", "09、", "x-", "2011年、2013、",
    ])
  func `long repetitive paragraphs are read in time`(thing: String) {
    let text = String(repeating: thing, count: LawSeeds.isFull ? 20_000 : 4_000) + "年"
    let spans = YearSpans.spans(of: text, in: YearContext(reportYear: 2013))
    #expect(spans.last?.range.upperBound == text.unicodeScalars.count)
  }
}

/// A test case, one line of the suite.
struct YearCase: CustomTestStringConvertible, Sendable {
  /// The context and the sentence with its marks.
  let testDescription: String
  /// The sentence without marks.
  let text: String
  /// The offset of the marked position in scalars.
  let place: Int
  /// The context of the sentence in its report.
  let context: YearContext
  /// The expected row, kind, basis and evidence.
  let expected: [String]

  /// Parses the suite.
  static func all(filePath: StaticString = #filePath) throws -> [YearCase] {
    let suite = URL(fileURLWithPath: "\(filePath)").deletingLastPathComponent()
      .appendingPathComponent("Suites/years.tsv")
    return try String(contentsOf: suite, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { try #require(YearCase(line: $0)) }
  }

  private init?(line: Substring) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard fields.count == 6, fields[1].contains("⟦"), fields[1].contains("⟧"),
      let context = YearContext(words: fields[0])
    else { return nil }
    testDescription = "\(fields[0]) \(fields[1])"
    place = fields[1].unicodeScalars.prefix { $0 != "⟦" }.count
    text = fields[1].filter { $0 != "⟦" && $0 != "⟧" }
    self.context = context
    expected = Array(fields[2...])
  }
}

extension YearContext {
  /// Parses `2013;weak;gov;plan;half;§review;#一、标题`.
  fileprivate init?(words: String) {
    var words = words.split(separator: ";").map(String.init)
    let year = words.removeFirst()
    guard year == "?" || Int(year) != nil else { return nil }
    let section = words.first { $0.hasPrefix("§") }.map { String($0.dropFirst()) } ?? "other"
    guard let section = SectionKind(rawValue: section) else { return nil }
    self.init(
      reportYear: Int(year), hasOwnYear: !words.contains("weak"),
      isGovernmentReport: words.contains("gov"), isPlan: words.contains("plan"),
      isHalfYear: words.contains("half"), section: section,
      isSectionTold: !words.contains("untold"),
      headings: words.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) })
  }
}
