/// The matches of a query by the values of one or two facets, with the texts that counts are
/// normalized by.
///
/// Each match belongs to exactly one cell, so the match counts of all cells add up to that of the
/// query. Paragraph and report counts do not add up by mention year, because a paragraph can
/// mention several years.
public struct CountTable: Sendable {
  /// A cell: the results and the amount of text in a subset of the texts.
  public struct Cell: Hashable, Sendable {
    /// The results.
    public internal(set) var found = MatchCounts()
    /// The texts that pass the filters of the query.
    public internal(set) var texts = TextCounts()
    /// The results without near-duplicates. Each group counts once, by its earliest paragraph among
    /// the texts.
    public internal(set) var foundWithoutCopies = MatchCounts()
    /// The texts without near-duplicates.
    public internal(set) var textsWithoutCopies = TextCounts()

    /// Creates a cell without texts.
    public init() {}

    /// This cell with the counts without near-duplicates.
    public var withoutCopies: Cell {
      var cell = Cell()
      (cell.found, cell.texts) = (foundWithoutCopies, textsWithoutCopies)
      return cell
    }

    /// Combines a cell of all texts with the same cell without near-duplicates.
    fileprivate init(_ cell: Cell, _ first: Cell) {
      self = cell
      (foundWithoutCopies, textsWithoutCopies) = (first.found, first.texts)
    }

    /// True if the subset has no texts. Its counts are then unknown, not zero.
    public var isMissing: Bool { texts.reports == 0 }

    /// The number of literal matches per 100,000 folded characters; `nil` without texts.
    public var matchesPer100000Characters: Double? {
      isMissing ? nil : Double(found.matches) * 100_000 / Double(texts.characters)
    }

    /// The fraction of reports with a match, from 0 to 1; `nil` without texts.
    public var shareOfReports: Double? {
      isMissing ? nil : Double(found.reports) / Double(texts.reports)
    }
  }

  /// The values of the first facet that have texts, in order.
  public let rows: [FacetValue]
  /// The values of the second facet that have texts, in order; a single empty value if there is no
  /// second facet.
  public let columns: [FacetValue]
  /// The totals over all texts that pass the filters of the query.
  public let all: Cell
  /// The totals of all results.
  public let totals: SearchResult.Totals
  private let cells: [Int: Cell]

  /// Returns the cell at indices in ``rows`` and ``columns``.
  public subscript(row: Int, column: Int) -> Cell { cells[row * columns.count + column] ?? Cell() }
}

extension CountTable {
  /// Counts results in the texts that pass a filter.
  ///
  /// - Complexity: O(*n*) in the paragraphs of the index, their spans of years, and the matches.
  init(
    of found: MatchList, totals: SearchResult.Totals, by row: Facet, and column: Facet?,
    passing filter: FilterPredicate?, attributes: ParagraphAttributes,
    columns source: DocValues
  ) throws {
    var counter = try CellCounter(by: row, and: column, attributes: attributes, columns: source)
    counter.add(found)
    try counter.addTexts(passing: filter)
    let firsts = try source.copies().withoutCopies(counter.paragraphs)
    var first = try CellCounter(by: row, and: column, attributes: attributes, columns: source)
    first.add(
      found.keeping { id in
        let place = MatchList.place(of: id, in: firsts.keys, from: 0)
        return place < firsts.count && firsts.keys[place] == id
      })
    try first.addTexts(passing: filter, in: firsts.keys)
    var counted = counter.cells
    for (key, cell) in first.cells {
      counted[key]!.foundWithoutCopies = cell.found
      counted[key]!.textsWithoutCopies = cell.texts
    }
    rows = row.ordered(Set(counted.keys.map(\.row)))
    columns = column?.ordered(Set(counted.keys.map(\.column))) ?? [.everything]
    let rowPlaces = Dictionary(uniqueKeysWithValues: zip(rows, rows.indices))
    let columnPlaces = Dictionary(uniqueKeysWithValues: zip(columns, columns.indices))
    let width = columns.count
    cells = Dictionary(
      uniqueKeysWithValues: counted.map { key, cell in
        (rowPlaces[key.row]! * width + columnPlaces[key.column]!, cell)
      })
    all = Cell(counter.everything, first.everything)
    self.totals = totals
  }
}

extension FacetValue {
  /// The single value of a table without a second facet.
  static let everything = FacetValue(value: "", label: "")
}
