public import Corpus
public import ReportSearch

extension PlainSearch {
  /// A folded character of a paragraph, with its metadata.
  public struct Place {
    /// The number of the report, from 0.
    public let item: Int
    /// The report of the character.
    public let report: Report
    /// The paragraph of the character.
    public let paragraph: Paragraph
    /// The years of the last span that begins at or before the character, else those of the report.
    public let years: MentionedYears
  }

  /// Returns every character, in the order of the reports, that passes a filter; all characters if
  /// `filter` is `nil`.
  public func places(passing filter: Query?) -> [Place] {
    paragraphs.indices.flatMap { number -> [Place] in
      let (item, place, text) = paragraphs[number]
      let report = items[item].report
      let paragraph = report.paragraphs[place]
      return text.folded.indices.compactMap { character -> Place? in
        let match = PlainMatch(range: character..<character + 1, kind: .literal)
        guard filter.map({ passes($0, match, ofParagraph: number) }) ?? true else { return nil }
        let start = text.origins[character].lowerBound
        let span = paragraph.years.last { $0.range.lowerBound <= start }
        return Place(
          item: item, report: report, paragraph: paragraph,
          years: span?.years ?? YearSpan(ofReport: report.year).years)
      }
    }
  }
}
