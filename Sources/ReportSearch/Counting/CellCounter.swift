/// Counts matches and texts by the values of one or two facets. The cells are sparse, because two
/// facets with thousands of values have millions of combinations.
struct CellCounter {
  private let rows: Grouping
  private let columns: Grouping?
  private let attributes: ParagraphAttributes
  private let source: DocValues
  /// The index of each nonempty cell in the counts, by `row * width + column`.
  private var numbers: [Int: Int] = [:]
  private var matches = MatchCounter()
  private var texts = TextCounter()
  private var allMatches = MatchCounter(groupCount: 1)
  private var allTexts = TextCounter(groupCount: 1)
  /// The paragraphs with text that passed the filter.
  private(set) var paragraphs = MatchList()

  /// The values of the row and the column of a cell.
  struct Key: Hashable {
    let row: FacetValue
    let column: FacetValue
  }

  init(
    by row: Facet, and column: Facet?, attributes: ParagraphAttributes,
    columns source: DocValues
  ) throws {
    rows = try Grouping(by: row, attributes: attributes, columns: source)
    columns = try column.map {
      try Grouping(by: $0, attributes: attributes, columns: source)
    }
    self.attributes = attributes
    self.source = source
  }

  /// Adds the matches of a query.
  ///
  /// - Complexity: O(*n*) in the matches.
  mutating func add(_ found: MatchList) {
    for (index, id) in found.keys.enumerated() {
      let report = attributes.reports[Int(id)]
      for match in found.matches(at: index) {
        let cell = number(ofParagraph: id, place: match.start)
        let (literal, loose) = match.isLoose ? (0, 1) : (1, 0)
        matches.add(matches: literal, loose: loose, to: cell, id: id, report: report)
        allMatches.add(matches: literal, loose: loose, to: 0, id: id, report: report)
      }
    }
  }

  /// Adds the texts that pass a filter.
  ///
  /// - Parameter ids: The paragraphs to include, ascending; `nil` for all.
  /// - Complexity: O(*n*) in the paragraphs and, if years are needed, in their spans.
  mutating func addTexts(passing filter: FilterPredicate?, in ids: [UInt32]? = nil) throws {
    let needsYears =
      rows.dependsOnPlace || columns?.dependsOnPlace == true || filter?.dependsOnMatch == true
    let stretches = TextStretches(
      attributes: attributes, years: needsYears ? try source.years() : nil)
    stretches.forEach(in: ids) { id, place, characters in
      guard filter?.passes(id, place) ?? true, characters > 0 else { return }
      if paragraphs.keys.last != id { paragraphs.append(id, matchCount: 1) }
      let report = attributes.reports[Int(id)]
      let cell = number(ofParagraph: id, place: place)
      texts.add(characters: characters, to: cell, report: report)
      allTexts.add(characters: characters, to: 0, report: report)
    }
  }

  /// The cells with text.
  var cells: [Key: CountTable.Cell] {
    var cells: [Key: CountTable.Cell] = [:]
    for (key, number) in numbers where texts.counts[number].reports > 0 {
      let column = columns?.values[key % width] ?? .everything
      cells[Key(row: rows.values[key / width], column: column)] = Self.cell(
        matches.counts[number], texts.counts[number])
    }
    return cells
  }

  /// The totals of all cells.
  var everything: CountTable.Cell { Self.cell(allMatches.counts[0], allTexts.counts[0]) }

  private static func cell(_ found: MatchCounts, _ texts: TextCounts) -> CountTable.Cell {
    var cell = CountTable.Cell()
    (cell.found, cell.texts) = (found, texts)
    return cell
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
