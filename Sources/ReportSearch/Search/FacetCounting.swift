import Corpus

/// Counts what was found by the values of facets.
struct FacetCounting {
  let attributes: ParagraphAttributes
  let columns: any AttributeSource

  /// Returns the counts by each facet: years in their order, other values by their matches, the most first.
  ///
  /// - Complexity: O(*n*) in the matches and the reports for each facet.
  func counts(of found: MatchList, by facets: Set<Facet>) throws -> [Facet: [FacetCount]] {
    var counts: [Facet: [FacetCount]] = [:]
    for facet in facets { counts[facet] = try self.counts(of: found, by: facet) }
    return counts
  }

  private func counts(of found: MatchList, by facet: Facet) throws -> [FacetCount] {
    var table = FacetTable()
    switch facet {
    case .mentionYear:
      let years = try columns.years()
      let groups = years.values.map { $0.map { table.group(row: $0.years.row) } ?? 0 }
      let reports = try groupsOfReports { table.group(row: YearSpan(ofReport: $0.year).years.row) }
      for (index, id) in found.keys.enumerated() {
        let report = attributes.reports[Int(id)]
        for match in found.matches(at: index) {
          let number = years.number(atPlace: match.start, ofParagraph: id)
          table.add(
            group: number == 0 ? reports[Int(report)] : groups[number],
            matches: match.isLoose ? 0 : 1, loose: match.isLoose ? 1 : 0, id: id, report: report)
        }
      }
    case .region:
      let regions = try columns.regions()
      let groups = regions.values.map { $0.map { table.group(of: $0) } ?? 0 }
      let reports = try groupsOfReports { table.group(of: $0.region) }
      addParagraphs(of: found, to: &table) { id, report in
        let number = Int(regions.numbers[Int(id)])
        return number == 0 ? reports[Int(report)] : groups[number]
      }
    case .section:
      let sections = try columns.sections()
      let groups = SectionKind.allCases.map { table.group($0.rawValue, $0.rawValue) }
      addParagraphs(of: found, to: &table) { id, _ in groups[Int(sections[Int(id)])] }
    case .reportYear, .documentType, .source:
      let reports = try groupsOfReports { report in
        switch facet {
        case .reportYear: return table.group(row: YearSpan(ofReport: report.year).years.row)
        case .documentType:
          return table.group(report.documentType.rawValue, report.documentType.rawValue)
        default:
          let path = report.paths.first ?? ""
          return table.group(path, path)
        }
      }
      addParagraphs(of: found, to: &table) { _, report in reports[Int(report)] }
    }
    return table.counts(inOrderOfYears: facet == .mentionYear || facet == .reportYear)
  }

  private func groupsOfReports(_ group: (ReportRecord) -> Int) throws -> [Int] {
    let reports = try columns.reports()
    var groups = [Int](repeating: 0, count: Int(reports.keys.max() ?? 0) + 1)
    for (id, report) in reports { groups[Int(id)] = group(report) }
    return groups
  }

  private func addParagraphs(
    of found: MatchList, to table: inout FacetTable,
    group: (_ id: UInt32, _ report: UInt32) -> Int
  ) {
    for (index, id) in found.keys.enumerated() {
      let report = attributes.reports[Int(id)]
      let loose = found.isCounted ? 0 : found.matches(at: index).count(where: \.isLoose)
      table.add(
        group: group(id, report), matches: Int(found.matchCount(at: index)) - loose, loose: loose,
        id: id, report: report)
    }
  }
}

/// The counts of all values of a facet.
private struct FacetTable {
  private var counts: [FacetCount] = []
  private var groups: [String: Int] = [:]
  /// The last paragraph and report that each value counted.
  private var last: [(id: UInt32, report: UInt32)] = []

  /// The number of a value.
  mutating func group(_ value: String, _ label: String) -> Int {
    if let known = groups[value] { return known }
    groups[value] = counts.count
    counts.append(FacetCount(value: value, label: label))
    last.append((0, 0))
    return counts.count - 1
  }

  mutating func group(row: String) -> Int { group(row, row) }

  mutating func group(of region: Region) -> Int {
    group(region.code ?? region.name ?? "", region.name ?? "")
  }

  /// Adds matches of a paragraph; paragraphs come in the order of their ids.
  @inline(__always)
  mutating func add(group: Int, matches: Int, loose: Int, id: UInt32, report: UInt32) {
    counts[group].matches += matches
    counts[group].looseMatches += loose
    if last[group].id != id { counts[group].paragraphs += 1 }
    if last[group].report != report { counts[group].reports += 1 }
    last[group] = (id, report)
  }

  /// The values that were met. Rows of years are ordered by their first year, then by their text; those
  /// that name no year come last.
  func counts(inOrderOfYears: Bool) -> [FacetCount] {
    let met = counts.filter { $0.paragraphs > 0 }
    guard inOrderOfYears else {
      return met.sorted {
        ($1.matches + $1.looseMatches, $0.value) < ($0.matches + $0.looseMatches, $1.value)
      }
    }
    func year(_ row: String) -> Int { Int(row.drop { $0 == "–" }.prefix(4)) ?? .max }
    return met.sorted { (year($0.value), $0.value) < (year($1.value), $1.value) }
  }
}
