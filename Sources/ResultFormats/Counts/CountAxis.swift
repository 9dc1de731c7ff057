import Corpus
import ReportSearch

/// A dimension of counts: the key of the rows or the columns.
public enum CountAxis: Hashable, Sendable {
  /// The kind of year to count by.
  public enum Year: String, Sendable, CaseIterable {
    /// The year attributed to each match.
    case mention = "mention-year"
    /// The year that the report of each match covers.
    case report = "report-year"
  }

  /// The level of administrative divisions to count by.
  public enum Level: String, Sendable, CaseIterable {
    /// Provinces.
    case province
    /// Prefectures, and the municipalities and counties that do not belong to one.
    case city
    /// The lowest known division.
    case county
  }

  /// By year.
  case year(Year)
  /// By region.
  case region(Level)
  /// By document type.
  case documentType
  /// By issuer of the report.
  case issuer
  /// By kind of section, which distinguishes achievements from plans.
  case section
  /// By query.
  case query

  /// The corresponding facet of the index; `nil` for queries.
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

  /// The names of the table columns that represent a value.
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

  /// Returns the cells of a value in these columns.
  func cells(of value: FacetValue) -> [Cell] {
    func known(_ text: String) -> Cell { text.isEmpty ? .null : .text(text) }
    switch self {
    case .region:
      return [value.value == value.label ? .null : known(value.value), known(value.label)]
    case .year, .documentType, .issuer, .section: return [known(value.value)]
    case .query: return []
    }
  }

  /// Returns the label of a value for people.
  func label(of value: FacetValue, in language: Language) -> String {
    switch (self, value.value) {
    case (.year, MentionedYears.placeholder.row): language.choose("年份隐去", "taken out")
    case (_, MentionedYears.undated.row), (_, ""): language.choose("不详", "unknown")
    case (.section, let section):
      SectionKind(rawValue: section)?.label(in: language) ?? value.label
    default: value.label
    }
  }

  /// Returns true if the value is known: a single year, a division, a document type, an issuer or a
  /// section.
  func isKnown(_ value: FacetValue) -> Bool {
    switch self {
    case .year: Self.year(of: value) != nil
    case .region: Divisions.shared[value.value] != nil
    case .documentType, .issuer, .section, .query: !value.value.isEmpty
    }
  }

  /// Returns the year of a value; `nil` if it is not a single year.
  static func year(of value: FacetValue) -> Int? { year(of: value.value) }

  /// Returns the year that a row of a table by years represents; `nil` if it is not a single year.
  public static func year(of row: String) -> Int? {
    row.utf8.count == 4 && row.utf8.allSatisfy { (48...57).contains($0) } ? Int(row) : nil
  }

  /// Returns the values in the order of a table. Years without texts are added between the first
  /// and the last year.
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
