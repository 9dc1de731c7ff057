import Corpus
import ReportSearch

/// By what the rows or the columns of counts are told apart.
public enum CountAxis: Hashable, Sendable {
  /// Whose year counts.
  public enum Year: String, Sendable, CaseIterable {
    /// The year that each match speaks of.
    case mention = "mention-year"
    /// The year that the report of each match is about.
    case report = "report-year"
  }

  /// Which divisions count.
  public enum Level: String, Sendable, CaseIterable {
    /// Provinces.
    case province
    /// Cities: prefectures, and the municipalities and counties that belong to none.
    case city
    /// Divisions as far down as they are known.
    case county
  }

  /// By year.
  case year(Year)
  /// By region.
  case region(Level)
  /// By kind of document.
  case documentType
  /// By who issued the report.
  case issuer
  /// By what the section is for: done against planned.
  case section
  /// By query.
  case query

  /// The facet of the index; `nil` for queries.
  var facet: Facet? {
    switch self {
    case .year(.mention): .mentionYear
    case .year(.report): .reportYear
    case .region(.province): .province
    case .region(.city): .city
    case .region(.county): .region
    case .documentType: .documentType
    case .issuer: .issuer
    case .section: .section
    case .query: nil
    }
  }

  /// The columns of a table in which a value stands.
  var names: [String] {
    switch self {
    case .year: ["year"]
    case .region: ["region_code", "region_name"]
    case .documentType: ["doc_type"]
    case .issuer: ["issuer"]
    case .section: ["section_kind"]
    case .query: []
    }
  }

  /// A value in these columns.
  func cells(of value: FacetValue) -> [Cell] {
    func known(_ text: String) -> Cell { text.isEmpty ? .null : .text(text) }
    switch self {
    case .region:
      return [value.value == value.label ? .null : known(value.value), known(value.label)]
    case .year, .documentType, .issuer, .section: return [known(value.value)]
    case .query: return []
    }
  }

  /// A value as people read it.
  func label(of value: FacetValue, in language: Language) -> String {
    switch (self, value.value) {
    case (.year, MentionedYears.placeholder.row): language.choose("年份隐去", "taken out")
    case (_, MentionedYears.undated.row), (_, ""): language.choose("不详", "unknown")
    case (.section, let section):
      SectionKind(rawValue: section)?.label(in: language) ?? value.label
    default: value.label
    }
  }

  /// Whether a value names something: a year, a division, a kind, an office.
  func isKnown(_ value: FacetValue) -> Bool {
    switch self {
    case .year: Self.year(of: value) != nil
    case .region: Divisions.shared[value.value] != nil
    case .documentType, .issuer, .section, .query: !value.value.isEmpty
    }
  }

  /// The year of a value, if it is a single one.
  static func year(of value: FacetValue) -> Int? { year(of: value.value) }

  /// The year that a row of a table by years names, if it is a single one.
  public static func year(of row: String) -> Int? {
    row.utf8.count == 4 && row.utf8.allSatisfy { (48...57).contains($0) } ? Int(row) : nil
  }

  /// Values in the order of a table, and between the first and the last year those of which there are no
  /// texts.
  func filled(_ values: some Sequence<FacetValue>) -> [FacetValue] {
    guard let facet else { return Array(values) }
    var all = Set(values)
    if case .year = self {
      let years = all.compactMap(Self.year)
      if let first = years.min(), let last = years.max() {
        all.formUnion((first...last).map { FacetValue(value: "\($0)", label: "\($0)") })
      }
    }
    return facet.ordered(all)
  }
}
