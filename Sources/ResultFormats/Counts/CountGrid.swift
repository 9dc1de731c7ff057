public import ReportSearch

/// The counts of one query as people see them: a number where a row and a column meet.
public struct CountGrid: Sendable {
  /// What a row or a column is about.
  public struct Head: Sendable {
    /// The value, as filters take it.
    public let value: FacetValue
    /// The value as people read it.
    public let label: String
  }

  /// A number.
  public struct Cell: Sendable {
    /// The number; `nil` where there are no texts, which is not zero.
    public let number: Double?
    /// The number as people read it; `—` where there are no texts.
    public let text: String
    /// The number of literal matches, whatever the numbers measure.
    public let matches: Int
  }

  /// The columns.
  public let columns: [Head]
  /// The rows.
  public let rows: [Head]
  /// The numbers, row by row.
  public let cells: [[Cell]]

  /// Arranges the counts of a query.
  ///
  /// - Precondition: Neither rows nor columns of the panel are queries.
  public init(
    _ table: CountTable, of panel: CountPanel, _ measure: CountMeasure, language: Language
  ) {
    let places = CellPlaces(table)
    columns = (panel.columns?.filled(table.columns) ?? table.columns).map {
      Head(
        value: $0,
        label: panel.columns?.label(of: $0, in: language) ?? measure.label(in: language))
    }
    rows = panel.rows.filled(table.rows).map {
      Head(value: $0, label: panel.rows.label(of: $0, in: language))
    }
    let columnValues = columns.map(\.value)
    cells = rows.map { row in
      columnValues.map { column in
        let cell = places[row.value, column]
        return Cell(
          number: measure.value(of: cell), text: measure.text(of: cell),
          matches: cell.found.matches)
      }
    }
  }
}
