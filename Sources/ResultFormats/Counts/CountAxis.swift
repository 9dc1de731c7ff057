import Corpus
package import ReportSearch

/// By what the rows or the columns of counts are told apart.
package enum CountAxis: Hashable, Sendable {
  /// Whose year counts.
  package enum Year: String, Sendable, CaseIterable {
    /// The year that each match speaks of.
    case mention = "mention-year"
    /// The year that the report of each match is about.
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

  /// Which divisions count.
  package enum Level: String, Sendable, CaseIterable {
    /// Provinces.
    case province
    /// Cities: prefectures, and the municipalities and counties that belong to none.
    case city
    /// Divisions as far down as they are known.
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

  /// The columns of a table in which a value stands.
  var names: [String] { facet?.columnNames ?? [] }

  /// A value in these columns.
  func cells(of value: FacetValue) -> [Cell] { facet?.cells(of: value) ?? [] }

  /// A value as people read it.
  func label(of value: FacetValue, in language: Language) -> String {
    facet?.label(of: value, in: language) ?? value.label
  }

  /// Whether a value names something: a year, a division, a kind, an office.
  func isKnown(_ value: FacetValue) -> Bool {
    switch facet {
    case .mentionYear, .reportYear: Self.year(of: value) != nil
    case .region, .city, .province: Divisions.shared[value.value] != nil
    case .documentType, .issuer, .section, .source, nil: !value.value.isEmpty
    }
  }

  /// The year of a value, if it is a single one.
  static func year(of value: FacetValue) -> Int? {
    value.value.utf8.count == 4 ? Int(value.value) : nil
  }

  /// Values in the order of a table, and between the first and the last year those of which there are no
  /// texts.
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
