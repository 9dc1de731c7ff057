/// Counts matches and texts by the values of one or two facets. Only cells that something falls into take
/// memory: two facets with thousands of values have millions.
struct CellCounter {
  private let rows: Grouping
  private let columns: Grouping?
  private let attributes: ParagraphAttributes
  private let source: any AttributeSource
  /// The number of each cell among the counts, by its row and its column.
  private var numbers: [Int: Int] = [:]
  private var matches = MatchCounter()
  private var texts = TextCounter()
  /// All texts that passed.
  private(set) var all = TextCounter(groupCount: 1)

  init(
    by row: Facet, and column: Facet?, attributes: ParagraphAttributes,
    columns source: any AttributeSource
  ) throws {
    rows = try Grouping(by: row, attributes: attributes, columns: source)
    columns = try column.map {
      try Grouping(by: $0, attributes: attributes, columns: source)
    }
    self.attributes = attributes
    self.source = source
  }

  /// Adds what was found.
  ///
  /// - Complexity: O(*n*) in the matches.
  mutating func add(_ found: MatchList) {
    for (index, id) in found.keys.enumerated() {
      let report = attributes.reports[Int(id)]
      for match in found.matches(at: index) {
        let cell = number(ofParagraph: id, place: match.start)
        matches.add(
          matches: match.isLoose ? 0 : 1, loose: match.isLoose ? 1 : 0, to: cell, id: id,
          report: report)
      }
    }
  }

  /// Adds the texts that pass a filter.
  ///
  /// - Complexity: O(*n*) in the paragraphs and, where years are asked for, in their stretches.
  mutating func addTexts(passing filter: FilterPredicate?) throws {
    let needsYears =
      rows.dependsOnPlace || columns?.dependsOnPlace == true || filter?.dependsOnMatch == true
    let stretches = TextStretches(
      attributes: attributes, years: needsYears ? try source.years() : nil)
    stretches.forEach { id, place, characters in
      guard filter?.passes(id, place) ?? true else { return }
      let report = attributes.reports[Int(id)]
      let cell = number(ofParagraph: id, place: place)
      texts.add(characters: characters, to: cell, report: report)
      all.add(characters: characters, to: 0, report: report)
    }
  }

  /// The cells that have texts, with the values of their rows and columns.
  var cells: [(row: FacetValue, column: FacetValue, cell: CountTable.Cell)] {
    numbers.compactMap { key, number in
      guard texts.counts[number].reports > 0 else { return nil }
      return (
        rows.values[key / width], columns?.values[key % width] ?? .everything,
        CountTable.Cell(found: matches.counts[number], texts: texts.counts[number])
      )
    }
  }

  private var width: Int { columns?.values.count ?? 1 }

  private mutating func number(ofParagraph id: UInt32, place: UInt32) -> Int {
    let key = rows.group(id, place) * width + (columns?.group(id, place) ?? 0)
    if let known = numbers[key] { return known }
    numbers[key] = numbers.count
    matches.addGroup()
    texts.addGroup()
    return numbers.count - 1
  }
}
