package import ReportSearch

/// Counts of queries by one or two things, with what they are divided by: what goes into statistics.
///
/// A cell of texts without a match is zero; a cell without texts is empty. The matches of a query add up to
/// all of its matches, paragraphs and reports by mention years do not.
package struct CountPanel: Sendable {
  /// A query and its counts.
  package struct Answer: Sendable {
    /// The query.
    package let query: HitList.TypedQuery
    /// The counts.
    package let table: CountTable
  }

  /// The queries with their counts.
  package let answers: [Answer]
  /// By what the rows are told apart.
  package let rows: CountAxis
  /// By what the columns are told apart; `nil` for a single column.
  package let columns: CountAxis?

  /// Counts the matches of queries.
  ///
  /// - Precondition: The axes differ, and one of them at least is not the query.
  /// - Throws: An `IndexError`.
  package init(
    of queries: [HitList.TypedQuery], by rows: CountAxis, and columns: CountAxis? = nil,
    in index: Searcher, rejecting rejected: RejectedHits = RejectedHits()
  ) throws {
    let facets = [rows, columns].compactMap { $0?.facet }
    precondition(!facets.isEmpty && rows != columns, "nothing to count by")
    self.rows = rows
    self.columns = columns
    answers = try queries.map { query in
      Answer(
        query: query,
        table: try index.counts(
          of: query.query, by: facets[0], and: facets.count > 1 ? facets[1] : nil,
          rejecting: rejected))
    }
  }

  /// The queries with the numbers of what they found.
  package var totals: [HitList.Answer] {
    answers.map { HitList.Answer(query: $0.query, totals: $0.table.totals) }
  }

  /// Whether no query found anything.
  package var isEmpty: Bool { answers.allSatisfy { $0.table.totals.paragraphs == 0 } }
}

extension CountPanel {
  /// The axes but for the query, as the tables have them.
  var axes: [CountAxis] { [rows, columns].compactMap { $0?.facet == nil ? nil : $0 } }

  /// The names of the columns of the table.
  package var columnNames: [String] { ["query"] + axes.flatMap(\.names) + CountMeasure.names }

  /// The rows of the table: queries, and for each all its values of one axis with all of the other.
  package var records: [Record] { answers.flatMap(records) }

  /// The rows of a query.
  func records(of answer: Answer) -> [Record] {
    let table = answer.table
    let places = CellPlaces(table)
    let columnValues = axes.count > 1 ? axes[1].filled(table.columns) : table.columns
    return axes[0].filled(table.rows).flatMap { row in
      columnValues.map { column in
        let values = axes[0].cells(of: row) + (axes.count > 1 ? axes[1].cells(of: column) : [])
        let cells =
          [.text(answer.query.name)] + values
          + CountMeasure.cells(of: places[row, column])
        return Record(Array(zip(columnNames, cells)))
      }
    }
  }

  /// The counts as JSON.
  package var record: Record {
    Record([
      ("schema", .integer(SearchAnswer.schema)),
      (
        "queries",
        .records(
          answers.map { answer in
            Record([
              ("query", .text(answer.query.name)),
              ("read_as", .text(answer.query.query.description)),
              ("by", by),
              ("totals", .record(SearchAnswer.totals(answer.table.totals))),
              ("matches_without_copies", .integer(answer.table.all.foundWithoutCopies.matches)),
              ("rejected", .integer(answer.table.totals.rejected)),
              ("reports_total", .integer(answer.table.all.texts.reports)),
              ("chars_total", .integer(answer.table.all.texts.characters)),
              ("rows", .records(records(of: answer))),
            ])
          })
      ),
    ])
  }

  /// Whose year counts; null where no year does.
  private var by: Cell {
    .text(axes.lazy.compactMap { CountAxis.Year($0.facet) }.first?.rawValue)
  }

  /// How the table was asked for.
  package var options: Record {
    func name(_ axis: CountAxis?) -> Cell {
      if axis == .query { return .text("query") }
      let option = CountAxis.Year(axis?.facet)?.rawValue ?? CountAxis.Level(axis?.facet)?.rawValue
      return .text(option ?? axis?.names[0])
    }
    return Record([("rows", name(rows)), ("columns", name(columns))])
  }
}

/// The cells of counts by their values.
struct CellPlaces {
  private let table: CountTable
  private let rows: [FacetValue: Int]
  private let columns: [FacetValue: Int]

  init(_ table: CountTable) {
    self.table = table
    rows = Dictionary(uniqueKeysWithValues: zip(table.rows, table.rows.indices))
    columns = Dictionary(uniqueKeysWithValues: zip(table.columns, table.columns.indices))
  }

  /// The cell of two values; an empty one where there are no texts.
  subscript(row: FacetValue, column: FacetValue) -> CountTable.Cell {
    guard let row = rows[row], let column = columns[column] else { return CountTable.Cell() }
    return table[row, column]
  }
}
