import Corpus
import TextAnalysis

/// A compiled filter that can be evaluated quickly for millions of matches.
struct FilterPredicate {
  /// True if matches of the same paragraph may get different results.
  let dependsOnMatch: Bool
  /// Returns `true` if a match at a position of a paragraph passes. The position is an offset in
  /// folded characters.
  let passes: (_ paragraph: UInt32, _ place: UInt32) -> Bool
}

/// Compiles filters. Conditions on reports and headings are evaluated once for each report or
/// heading.
struct FilterPreparation {
  let postings: any PostingsSource
  let attributes: ParagraphAttributes
  let columns: DocValues

  /// Compiles a query that is a filter.
  ///
  /// - Precondition: `query.isFilter`.
  /// - Complexity: O(*n*) in the paragraphs, the reports and, for heading filters, the headings.
  func predicate(of query: Query) throws -> FilterPredicate {
    switch query {
    case .filter(let filter): return try predicate(of: filter)
    case .excluding(let query):
      let inner = try predicate(of: query)
      return FilterPredicate(dependsOnMatch: inner.dependsOnMatch) { !inner.passes($0, $1) }
    case .all(let queries):
      return try joined(queries) { members in
        { id, place in members.allSatisfy { $0.passes(id, place) } }
      }
    case .any(let queries):
      return try joined(queries) { members in
        { id, place in members.contains { $0.passes(id, place) } }
      }
    case .term, .near, .same: preconditionFailure("not a filter")
    }
  }

  private func joined(
    _ queries: [Query], _ join: ([FilterPredicate]) -> (UInt32, UInt32) -> Bool
  ) throws -> FilterPredicate {
    let members = try queries.map { try predicate(of: $0) }
    return FilterPredicate(
      dependsOnMatch: members.contains(where: \.dependsOnMatch), passes: join(members))
  }

  private func predicate(of filter: Filter) throws -> FilterPredicate {
    switch filter {
    case .mentionYear(let filter):
      let years = try columns.years()
      let passing = years.values.map { $0.map { filter.contains($0.years) } ?? false }
      let (reports, ofReports) = (attributes.reports, try answers(filter))
      return FilterPredicate(dependsOnMatch: true) { id, place in
        let number = years.number(atPlace: place, ofParagraph: id)
        return number == 0 ? ofReports[Int(reports[Int(id)])] : passing[number]
      }
    case .reportYear(let filter): return ofReports(try answers(filter))
    case .published(let filter):
      return ofReports(
        try answers { filter.contains($0.publishDate.flatMap(CalendarDate.init(iso8601:))) })
    case .region(let filter):
      let regions = try columns.regions()
      let own = regions.values.map { $0.map(filter.contains) ?? false }
      let (reports, ofReports) = (attributes.reports, try answers { filter.contains($0.region) })
      return FilterPredicate(dependsOnMatch: false) { id, _ in
        let number = Int(regions.numbers[Int(id)])
        return number == 0 ? ofReports[Int(reports[Int(id)])] : own[number]
      }
    case .documentType(let name):
      return ofReports(try answers { FoldedText($0.documentType.rawValue).contains(name) })
    case .section(let section):
      let number = UInt8(SectionKind.allCases.firstIndex(of: section)!)
      let sections = try columns.sections()
      return FilterPredicate(dependsOnMatch: false) { id, _ in sections[Int(id)] == number }
    case .text(.heading, let text):
      let isBelow = try belowHeading(containing: text)
      return FilterPredicate(dependsOnMatch: false) { id, _ in isBelow[Int(id)] }
    case .text(let field, let text): return ofReports(try answers { Self.passes($0, field, text) })
    }
  }

  /// Returns `true` if any report, paragraph or position of the index passes a filter.
  func isPassed(_ filter: Filter) throws -> Bool {
    func isPassed(_ passes: (ReportRecord) -> Bool) throws -> Bool {
      try columns.reports().values.contains(where: passes)
    }
    switch filter {
    case .mentionYear(let filter):
      return try answers(filter).contains(true)
        || columns.years().values.contains { $0.map { filter.contains($0.years) } ?? false }
    case .reportYear(let filter): return try answers(filter).contains(true)
    case .published(let filter):
      return try isPassed {
        filter.contains($0.publishDate.flatMap(CalendarDate.init(iso8601:)))
      }
    case .region(let filter):
      return try isPassed { filter.contains($0.region) }
        || columns.regions().values.contains { $0.map(filter.contains) ?? false }
    case .documentType(let name):
      return try isPassed { FoldedText($0.documentType.rawValue).contains(name) }
    case .section(let section):
      return try columns.sections().contains(UInt8(SectionKind.allCases.firstIndex(of: section)!))
    case .text(.heading, let text): return try belowHeading(containing: text).contains(true)
    case .text(let field, let text): return try isPassed { Self.passes($0, field, text) }
    }
  }

  private static func passes(
    _ report: ReportRecord, _ field: Filter.TextField, _ text: FoldedText
  ) -> Bool {
    switch field {
    case .title: FoldedText(report.title).contains(text)
    case .issuer: report.issuer.map { FoldedText($0).contains(text) } ?? false
    case .path: report.paths.contains { FoldedText($0).contains(text) }
    case .report: FoldedText(report.identifier).hasPrefix(text)
    case .heading: preconditionFailure("not a field of a report")
    }
  }

  private func ofReports(_ answers: [Bool]) -> FilterPredicate {
    let reports = attributes.reports
    return FilterPredicate(dependsOnMatch: false) { id, _ in answers[Int(reports[Int(id)])] }
  }

  /// Evaluates a predicate once for each report, and returns the results by report id.
  private func answers(_ passes: (ReportRecord) -> Bool) throws -> [Bool] {
    let reports = try columns.reports()
    var answers = [Bool](repeating: false, count: Int(reports.keys.max() ?? 0) + 1)
    for (id, report) in reports { answers[Int(id)] = passes(report) }
    return answers
  }

  /// Evaluates a filter once for each distinct year of the reports, and returns the results by
  /// report id.
  private func answers(_ filter: YearFilter) throws -> [Bool] {
    var known: [Int?: Bool] = [:]
    return try answers { report in
      if let answer = known[report.year.year] { return answer }
      let answer = filter.contains(YearSpan(ofReport: report.year).years)
      known[report.year.year] = answer
      return answer
    }
  }

  /// Returns, by paragraph id, whether one of the headings above a paragraph contains a text. A
  /// heading is not above itself.
  private func belowHeading(containing text: FoldedText) throws -> [Bool] {
    let headings = try columns.headings()
    var contains = [Bool](repeating: false, count: headings.count)
    for id in try postings.counts(of: text).keys { contains[Int(id)] = true }
    var isBelow = [Bool](repeating: false, count: headings.count)
    // A heading precedes the paragraphs below it.
    for (id, heading) in headings.enumerated() where heading != 0 {
      isBelow[id] = isBelow[Int(heading)] || contains[Int(heading)]
    }
    return isBelow
  }
}
