import Corpus
package import ReportSearch

/// A dimension of counts: the key of the rows or the columns.
package enum CountAxis: Hashable, Sendable {
  /// The kind of year to count by.
  package enum Year: String, Sendable, CaseIterable {
    /// The year attributed to each match.
    case mention = "mention-year"
    /// The year that the report of each match covers.
    case report = "report-year"

    /// The facet of the index.
    package var facet: Facet {
      switch self {
      case .mention: .mentionYear
      case .report: .reportYear
      }
    }

    init?(_ facet: Facet?) {
      guard let year = Self.allCases.first(where: { $0.facet == facet }) else { return nil }
      self = year
    }
  }

  /// The level of administrative divisions to count by.
  package enum Level: String, Sendable, CaseIterable {
    /// Provinces.
    case province
    /// Prefectures, and the municipalities and counties that do not belong to one.
    case city
    /// The lowest known division.
    case county

    /// The facet of the index.
    package var facet: Facet {
      switch self {
      case .province: .province
      case .city: .city
      case .county: .region
      }
    }

    init?(_ facet: Facet?) {
      guard let level = Self.allCases.first(where: { $0.facet == facet }) else { return nil }
      self = level
    }
  }

  /// By a facet of the index.
  case facet(Facet)
  /// By query.
  case query

  /// By year.
  package static func year(_ year: Year) -> CountAxis { .facet(year.facet) }
  /// By region.
  package static func region(_ level: Level) -> CountAxis { .facet(level.facet) }

  /// The facet of the index; `nil` for queries.
  var facet: Facet? { if case .facet(let facet) = self { facet } else { nil } }

  /// The names of the table columns that represent a value.
  var names: [String] { facet?.columnNames ?? [] }

  /// Returns the cells of a value in these columns.
  func cells(of value: FacetValue) -> [Cell] { facet?.cells(of: value) ?? [] }

  /// Returns the label of a value for people.
  func label(of value: FacetValue, in language: Language) -> String {
    facet?.label(of: value, in: language) ?? value.label
  }

  /// Returns true if the value is known: a single year, a division, a document type, an issuer or a
  /// section.
  func isKnown(_ value: FacetValue) -> Bool {
    switch facet {
    case .mentionYear, .reportYear: Self.year(of: value) != nil
    case .region, .city, .province: Divisions.shared[value.value] != nil
    case .documentType, .issuer, .section, .source, nil: !value.value.isEmpty
    }
  }

  /// Returns the year of a value; `nil` if it is not a single year.
  static func year(of value: FacetValue) -> Int? { year(of: value.value) }

  /// Returns the year that a row of a table by years represents; `nil` if it is not a single year.
  package static func year(of row: String) -> Int? {
    row.utf8.count == 4 && row.utf8.allSatisfy { (48...57).contains($0) } ? Int(row) : nil
  }

  /// Returns the values in the order of a table. Years without texts are added between the first
  /// and the last year.
  func filled(_ values: some Sequence<FacetValue>) -> [FacetValue] {
    guard let facet else { return Array(values) }
    var all = Set(values)
    if facet.isByYear {
      let years = all.compactMap(Self.year)
      if let first = years.min(), let last = years.max() {
        all.formUnion((first...last).map { FacetValue(value: "\($0)", label: "\($0)") })
      }
    }
    return facet.ordered(all)
  }
}
