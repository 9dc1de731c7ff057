import Corpus
import TextAnalysis

/// Parses a filter from the name of a known field and its value.
struct FilterParser {
  /// The fields and their names in queries.
  enum Field: String, CaseIterable {
    case year
    case reportYear = "report-year"
    case published
    case region
    case type
    case section
    case title
    case heading
    case issuer
    case path
    case report

    /// Creates a field from its folded name. Only three fields have a Chinese name, because pasted
    /// text such as `单位：某县教育局` must stay text.
    init?(name: String) {
      switch name {
      case "年份": self = .year
      case "报告年份": self = .reportYear
      case "地区": self = .region
      default: self.init(rawValue: name)
      }
    }
  }

  /// The field, its value and their range in the query, in Unicode scalars.
  let field: Field
  let value: String
  let characterRange: Range<Int>

  /// Returns the filter.
  ///
  /// - Throws: A ``QueryParserError`` if the field does not accept the value.
  func filter() throws(QueryParserError) -> Filter {
    let folded = FoldedText(refolding: value)
    guard !folded.isEmpty else { throw error(.missingValue(field: field.rawValue)) }
    switch field {
    case .year: return .mentionYear(try years(folded.string))
    case .reportYear: return .reportYear(try years(folded.string))
    case .published: return .published(try days(folded.string))
    case .region:
      let region = RegionFilter(value)
      let isCode = folded.string.utf8.allSatisfy { (0x30...0x39).contains($0) }
      if isCode, region.divisions.isEmpty { throw error(.invalidRegionCode(value)) }
      return .region(region)
    case .type:
      guard DocumentType.allCases.contains(where: { FoldedText($0.rawValue).contains(folded) })
      else { throw error(.invalidType(value)) }
      return .documentType(folded)
    case .section:
      guard let section = Self.section(folded.string) else { throw error(.invalidSection(value)) }
      return .section(section)
    case .title: return .text(.title, folded)
    case .heading: return .text(.heading, folded)
    case .issuer: return .text(.issuer, folded)
    case .path: return .text(.path, folded)
    case .report:
      guard Identifier.isBeginningOfReport(folded.string) else {
        throw error(.invalidReport(value))
      }
      return .text(.report, folded)
    }
  }

  func error(_ kind: QueryParserError.Kind) -> QueryParserError {
    QueryParserError(kind, at: characterRange)
  }

  private static func section(_ name: String) -> SectionKind? {
    switch name {
    case "回顾", "总结", "review": .review
    case "计划", "打算", "plan": .plan
    case "问题", "problem": .problem
    case "经验", "experience": .experience
    case "其他", "other": .other
    default: nil
    }
  }
}
