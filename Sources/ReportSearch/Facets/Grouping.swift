import Corpus

/// A value of a facet.
public struct FacetValue: Hashable, Sendable {
  /// The value in the syntax of filters: `2011–2015`, `510500`, `工作总结`; empty if unknown.
  public let value: String
  /// The value as displayed: `泸州市`.
  public let label: String

  /// Creates a value.
  public init(value: String, label: String) {
    self.value = value
    self.label = label
  }
}

extension Facet {
  /// Returns values in the order of a table. Years are ordered by their first year, then by their
  /// text, with values without a year last. Sections and document types are in declaration order.
  /// All others are sorted, with unknown values last.
  public func ordered(_ values: some Sequence<FacetValue>) -> [FacetValue] {
    values.map { (key($0.value), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func key(_ value: String) -> (Int, String) {
    switch self {
    case .mentionYear, .reportYear:
      (Int(value.drop { $0 == "–" }.prefix(4)) ?? .max, value)
    case .section: (SectionKind.allCases.firstIndex { $0.rawValue == value } ?? .max, value)
    case .documentType: (DocumentType.allCases.firstIndex { $0.rawValue == value } ?? .max, value)
    case .region, .city, .province, .issuer, .source: (value.isEmpty ? 1 : 0, value)
    }
  }
}

/// Maps each position of the texts to a value of a facet.
struct Grouping {
  /// All values that can occur, indexed by group number.
  let values: [FacetValue]
  /// True if positions of the same paragraph can have different values.
  let dependsOnPlace: Bool
  /// Returns the group of a position in a paragraph, in folded characters.
  let group: (_ paragraph: UInt32, _ place: UInt32) -> Int

  /// Prepares the groups of a facet. Values of reports are computed once for each report.
  ///
  /// - Complexity: O(*n*) in the reports and the values.
  init(
    by facet: Facet, attributes: ParagraphAttributes, columns: DocValues
  ) throws {
    var table = ValueTable()
    let reportOfParagraph = attributes.reports
    func ofReports(_ value: (ReportRecord) -> FacetValue) throws -> [Int] {
      let reports = try columns.reports()
      var groups = [Int](repeating: 0, count: Int(reports.keys.max() ?? 0) + 1)
      for (id, report) in reports { groups[Int(id)] = table.group(of: value(report)) }
      return groups
    }
    switch facet {
    case .mentionYear:
      let years = try columns.years()
      let ofYears = years.values.map { $0.map { table.group(of: FacetValue($0.years.row)) } ?? 0 }
      let reports = try ofReports(FacetValue.init(yearOf:))
      dependsOnPlace = true
      group = { id, place in
        let number = years.number(atPlace: place, ofParagraph: id)
        return number == 0 ? reports[Int(reportOfParagraph[Int(id)])] : ofYears[number]
      }
    case .region, .city, .province:
      let level = facet.level!
      let regions = try columns.regions()
      let ofRegions = regions.values.map { region in
        region.map { table.group(of: FacetValue($0, at: level)) } ?? 0
      }
      let reports = try ofReports { FacetValue($0.region, at: level) }
      dependsOnPlace = false
      group = { id, _ in
        let number = Int(regions.numbers[Int(id)])
        return number == 0 ? reports[Int(reportOfParagraph[Int(id)])] : ofRegions[number]
      }
    case .section:
      let sections = try columns.sections()
      let ofSections = SectionKind.allCases.map { table.group(of: FacetValue($0.rawValue)) }
      dependsOnPlace = false
      group = { id, _ in ofSections[Int(sections[Int(id)])] }
    case .reportYear, .documentType, .issuer, .source:
      let reports = try ofReports { report in
        switch facet {
        case .reportYear: FacetValue(yearOf: report)
        case .documentType: FacetValue(report.documentType.rawValue)
        case .issuer: FacetValue(report.issuer ?? "")
        default: FacetValue(report.paths.first ?? "")
        }
      }
      dependsOnPlace = false
      group = { id, _ in reports[Int(reportOfParagraph[Int(id)])] }
    }
    values = table.values
  }
}

/// The distinct values, with the group number of each.
private struct ValueTable {
  private(set) var values: [FacetValue] = []
  private var groups: [String: Int] = [:]

  mutating func group(of value: FacetValue) -> Int {
    if let known = groups[value.value] { return known }
    groups[value.value] = values.count
    values.append(value)
    return values.count - 1
  }
}

extension FacetValue {
  /// Creates a value that is displayed as it is.
  fileprivate init(_ value: String) { self.init(value: value, label: value) }

  fileprivate init(yearOf report: ReportRecord) {
    self.init(YearSpan(ofReport: report.year).years.row)
  }

  /// Creates the value that a region counts for at a level. If the level's division is unknown, the
  /// value is the region's own code, or else its name in the text.
  fileprivate init(_ region: Region, at level: Division.Level) {
    if level < .county, let division = region.division?.counted(at: level) {
      self.init(value: division.code, label: division.name)
    } else {
      self.init(value: region.code ?? region.name ?? "", label: region.name ?? "")
    }
  }
}
