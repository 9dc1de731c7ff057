import Corpus
import TestSupport
import Testing

@testable import ReportSearch

/// Counts and denominators against a count of every character by the reference.
struct CountTableLaws {
  private static let facets: [(row: Facet, column: Facet?)] = [
    (.mentionYear, nil), (.reportYear, nil), (.mentionYear, .region), (.reportYear, .city),
    (.documentType, .mentionYear), (.issuer, nil), (.section, .mentionYear), (.province, .section),
  ]

  private struct Key: Hashable {
    let row: String
    let column: String
  }

  @Test(.law, arguments: LawSeeds.seeds(25))
  func `cells equal a count of every match and every character`(seed: UInt64) throws {
    let corpus = try ChangedCorpus(seed: seed)
    var queries = RandomTrees(random: SeededRandom(seed: seed &+ 3_000_000))
    for number in 0..<24 {
      let query = queries.query()
      let (row, column) = Self.facets[number % Self.facets.count]
      let table = try corpus.index.counts(of: query, by: row, and: column)
      let hits = try corpus.index.search(query, limit: .max)
      var found: [Key: [(hit: Hit, match: Match)]] = [:]
      for hit in hits.hits {
        for match in hit.matches {
          let place = Place(
            region: hit.region, section: hit.paragraph.section, years: match.year.years,
            reportYear: hit.report.year, type: hit.report.documentType, issuer: hit.report.issuer)
          let key = Key(row: place.value(row), column: column.map(place.value) ?? "")
          found[key, default: []].append((hit, match))
        }
      }
      let texts = Self.texts(of: corpus, query, row, column)
      var rows: Set<String> = []
      for (rowPlace, rowValue) in table.rows.enumerated() {
        for (columnPlace, columnValue) in table.columns.enumerated() {
          let key = Key(row: rowValue.value, column: columnValue.value)
          let cell = table[rowPlace, columnPlace]
          let members = found[key] ?? []
          #expect(cell.found.matches == members.count { $0.match.kind == .literal }, "\(query)")
          #expect(cell.found.looseMatches == members.count { $0.match.kind == .loose })
          #expect(cell.found.paragraphs == Set(members.map(\.hit.paragraph.identifier)).count)
          #expect(cell.found.reports == Set(members.map(\.hit.report.identifier)).count)
          #expect(cell.texts.characters == texts[key]?.characters ?? 0, "\(seed) \(query) \(key)")
          #expect(cell.texts.reports == texts[key]?.reports.count ?? 0, "\(seed) \(query) \(key)")
          rows.insert(key.row)
        }
      }
      if column == nil, row == .mentionYear || row == .reportYear {
        // Narrowing a query to the value of a row leaves exactly that row's matches.
        for (place, value) in table.rows.enumerated().prefix(4) {
          let years = YearFilter(row: value.value)
          let filter: Filter = row == .mentionYear ? .mentionYear(years) : .reportYear(years)
          let narrowed = try corpus.index.search(query.narrowed(to: [[filter]]), limit: 0).totals
          #expect(narrowed.matches == table[place, 0].found.matches, "\(query) \(value)")
          #expect(narrowed.looseMatches == table[place, 0].found.looseMatches)
        }
      }
      if column == nil {
        let wanted = Set(["9999", "没有"] + table.rows.map(\.value))
        let others = try corpus.index.counts(of: .filter(.section(.plan)), by: row).rows
        #expect(
          try corpus.index.valuesWithTexts(
            among: wanted.union(others.map(\.value)), of: query, by: row)
            == Set(table.rows.map(\.value)), "\(seed) \(query) \(row)")
      }
      // Every match belongs to a cell, and every text to a row.
      #expect(table.totals == hits.totals)
      let cells = table.rows.indices.flatMap { row in
        table.columns.indices.map { table[row, $0] }
      }
      #expect(cells.reduce(0) { $0 + $1.found.matches } == hits.totals.matches)
      #expect(cells.reduce(0) { $0 + $1.found.looseMatches } == hits.totals.looseMatches)
      #expect(rows == Set(texts.keys.map(\.row)))
      #expect(
        table.all.texts.characters == texts.values.reduce(0) { $0 + $1.characters }, "\(query)")
      #expect(
        table.all.texts.reports
          == texts.values.reduce(into: Set<Int>()) { $0.formUnion($1.reports) }.count)
    }
  }

  /// Returns the characters and reports that pass the filters of a query, counted character by
  /// character.
  private static func texts(
    of corpus: ChangedCorpus, _ query: Query, _ row: Facet, _ column: Facet?
  ) -> [Key: (characters: Int, reports: Set<Int>)] {
    var texts: [Key: (characters: Int, reports: Set<Int>)] = [:]
    for character in corpus.reference.places(passing: query.subset) {
      let place = Place(
        region: character.paragraph.region ?? character.report.region,
        section: character.paragraph.section, years: character.years,
        reportYear: character.report.year, type: character.report.documentType,
        issuer: character.report.issuer)
      let key = Key(row: place.value(row), column: column.map(place.value) ?? "")
      texts[key, default: (0, [])].characters += 1
      texts[key]!.reports.insert(character.item)
    }
    return texts
  }

  @Test(
    arguments: [
      ("控辍保学", nil), ("控辍保学 region:泸州 -校外培训", "region:泸州"),
      ("控辍保学 -year:2011 section:plan", "-year:2011 section:plan"),
      ("(控辍 year:2011) | (防辍 year:2012)", "year:2011 | year:2012"), ("控辍 | (防辍 year:2012)", nil),
      ("same:report(控辍 type:计划)", "type:计划"), ("控辍 /9 防辍 title:总结", "title:总结"),
    ] as [(String, String?)])
  func `the denominator of counts is the text that passes the filters`(
    query: String, filter: String?
  ) throws {
    let parser = QueryParser()
    #expect(try parser.parse(query).subset?.description == filter)
  }
}

/// The attributes of a text position by which counts are grouped.
private struct Place {
  let region: Region
  let section: SectionKind
  let years: MentionedYears
  let reportYear: ReportYear
  let type: DocumentType
  let issuer: Issuer?

  func value(_ facet: Facet) -> String {
    switch facet {
    case .mentionYear: years.row
    case .reportYear: reportYear.year.map(String.init) ?? "undated"
    case .region: region.code ?? region.name ?? ""
    // All divisions of the random reports are in 泸州市.
    case .city: region.code == nil ? region.name ?? "" : "510500"
    case .province: region.code == nil ? region.name ?? "" : "510000"
    case .documentType: type.rawValue
    case .issuer: issuer?.name ?? ""
    case .section: section.rawValue
    case .source: preconditionFailure("no facet of these laws")
    }
  }
}
