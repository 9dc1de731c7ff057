/// The matches of a query by the values of one or two facets, with what they are divided by.
///
/// Each match falls into exactly one cell, so that the matches of all cells add up to those of the query.
/// By mention years, paragraphs and reports do not: one may speak of several years.
public struct CountTable: Sendable {
  /// A part of the texts: what was found there, and how much there is.
  public struct Cell: Hashable, Sendable {
    /// What was found.
    public internal(set) var found = MatchCounts()
    /// The texts that the filters of the query let pass.
    public internal(set) var texts = TextCounts()
    /// What was found without copies: of each group of copies only the paragraph counts that appeared first
    /// among the texts.
    public internal(set) var foundWithoutCopies = MatchCounts()
    /// The texts without copies.
    public internal(set) var textsWithoutCopies = TextCounts()

    /// Creates a part without texts.
    public init() {}

    /// The same cell without copies.
    public var withoutCopies: Cell {
      var cell = Cell()
      (cell.found, cell.texts) = (foundWithoutCopies, textsWithoutCopies)
      return cell
    }

    /// What was found in all texts, and in those without copies.
    fileprivate init(_ cell: Cell, _ first: Cell) {
      self = cell
      (foundWithoutCopies, textsWithoutCopies) = (first.found, first.texts)
    }

    /// Whether there are no such texts: then nothing is known, which is not zero.
    public var isMissing: Bool { texts.reports == 0 }

    /// The literal matches in 100,000 folded characters; `nil` where there are no texts.
    public var matchesPer100000Characters: Double? {
      isMissing ? nil : Double(found.matches) * 100_000 / Double(texts.characters)
    }

    /// The share of the reports that have a match; `nil` where there are no texts.
    public var shareOfReports: Double? {
      isMissing ? nil : Double(found.reports) / Double(texts.reports)
    }
  }

  /// The values of the first facet of which there are texts, in their order.
  public let rows: [FacetValue]
  /// The values of the second facet of which there are texts; a single empty one if there is no facet.
  public let columns: [FacetValue]
  /// All texts that the filters of the query let pass.
  public let all: Cell
  /// The numbers of all that was found.
  public let totals: SearchResult.Totals
  private let cells: [Int: Cell]

  /// The cell of a row and a column, by their places in ``rows`` and ``columns``.
  public subscript(row: Int, column: Int) -> Cell { cells[row * columns.count + column] ?? Cell() }
}

extension CountTable {
  /// Counts what was found in the texts that pass a filter.
  ///
  /// - Complexity: O(*n*) in the paragraphs of the index, their stretches of years, and the matches.
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
  /// The only value where nothing is told apart.
  static let everything = FacetValue(value: "", label: "")
}
