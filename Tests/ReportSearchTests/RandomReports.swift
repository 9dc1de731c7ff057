import Corpus
import ReportSearch
import TestSupport

/// A generator of small random reports that contain everything that queries can ask for.
struct RandomReports {
  var random: SeededRandom

  private static let alphabet = Array("控辍控辍保学輟學，。；！、a 1\n“”\"Ｂ".unicodeScalars)
  private static let hostile = Array("e\u{301}\u{323}㎡㈠ﬁ\u{200B}\u{2028}".unicodeScalars)
  private static let years = [
    MentionedYears(from: 2010, to: 2010, row: "2010"),
    MentionedYears(from: 2011, to: 2011, row: "2011"),
    MentionedYears(from: 2010, to: 2012, row: "2010–2012"),
    MentionedYears(from: 2012, to: 2013, row: "2012/13"),
    MentionedYears(from: nil, to: 2011, row: "–2011"), .placeholder, .undated,
  ]
  private static let regions = [
    Region(code: "510500", name: "泸州市", basis: .title),
    Region(code: "510502", name: "江阳区", basis: .heading),
    Region(code: nil, name: "某县", basis: .anonymised), Region.unknown,
  ]

  /// Returns a random string of the characters of which the reports consist.
  mutating func string(length: ClosedRange<Int>) -> String {
    let isHostile = Int.random(in: 0..<8, using: &random) == 0
    return random.string(
      of: isHostile ? Self.alphabet + Self.hostile : Self.alphabet, length: length)
  }

  /// Returns a source with one or two reports.
  mutating func source(_ name: String) -> Source {
    let reports = (1...Int.random(in: 1...2, using: &random)).map { report(part: $0) }
    let digest = Array(name.utf8).withUnsafeBytes { Digest(of: $0) }
    return Source(
      digest: digest, byteCount: 1, format: .text, encoding: .utf8, reports: reports,
      removedLines: [])
  }

  private mutating func report(part: Int) -> Report {
    let year = [nil, 2010, 2011, 2013].randomElement(using: &random)!
    let hasIssuer = Bool.random(using: &random)
    let day = Int.random(in: 0...28, using: &random)
    return Report(
      part: part,
      head: ReportHead(
        title: string(length: 0...6),
        publishDate: CalendarDate(year: 2012, month: 2, day: day)),
      year: year.map { ReportYear(year: $0, basis: .title) } ?? .unknown,
      documentType: [.summary, .plan, .report].randomElement(using: &random)!,
      issuer: hasIssuer ? Issuer(name: string(length: 1...4), basis: .title) : nil,
      region: Self.regions.randomElement(using: &random)!,
      paragraphs: paragraphs())
  }

  private mutating func paragraphs() -> [Paragraph] {
    var paragraphs: [Paragraph] = []
    var headings: [Int] = []
    for place in 0..<Int.random(in: 1...4, using: &random) {
      let isHeading = Int.random(in: 0..<4, using: &random) == 0
      if !headings.isEmpty, Int.random(in: 0..<3, using: &random) == 0 { headings.removeLast() }
      let text = string(length: 0...16)
      let ownRegion = Int.random(in: 0..<4, using: &random) == 0
      paragraphs.append(
        Paragraph(
          text: text,
          kind: isHeading
            ? .heading : [.title, .body, .body, .list, .table].randomElement(using: &random)!,
          heading: headings.last, lineNumber: place + 1,
          section: SectionKind.allCases.randomElement(using: &random)!,
          years: spans(characterCount: text.unicodeScalars.count),
          region: ownRegion ? Self.regions.randomElement(using: &random)! : nil))
      if isHeading { headings.append(place) }
    }
    return paragraphs
  }

  private mutating func spans(characterCount: Int) -> [YearSpan] {
    guard characterCount > 0, Bool.random(using: &random) else { return [] }
    let cuts = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Int.random(in: 0..<characterCount, using: &random)
    }
    let starts = Array(Set(cuts + [Int.random(in: 0...1, using: &random)])).sorted()
    return zip(starts, starts.dropFirst() + [characterCount]).map { start, end in
      YearSpan(
        range: start..<max(start, end), years: Self.years.randomElement(using: &random)!,
        kind: .fact, basis: .clause, evidence: "年")
    }
  }
}
