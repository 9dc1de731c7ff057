public import Corpus
public import ReportSearch

extension PlainSearch {
  /// A folded character of a text, and what is known of it.
  public struct Place {
    /// The number of its report.
    public let item: Int
    /// Its report.
    public let report: Report
    /// Its paragraph.
    public let paragraph: Paragraph
    /// The years that it speaks of.
    public let years: MentionedYears
  }

  /// Returns all characters of all reports that pass a filter, one by one.
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
