package import ReportSearch

/// The counts of one query as a grid: one number for each row and column.
package struct CountGrid: Sendable {
  /// The header of a row or a column.
  package struct Head: Sendable {
    /// The value in the form that filters accept.
    package let value: FacetValue
    /// The value as a label for people.
    package let label: String
  }

  /// One number of the grid.
  package struct Cell: Sendable {
    /// The number; `nil` if there are no texts, which is not the same as zero.
    package let number: Double?
    /// The number as text for people; `—` if there are no texts.
    package let text: String
    /// The number of literal matches, regardless of the measure.
    package let matches: Int
  }

  /// The columns.
  package let columns: [Head]
  /// The rows.
  package let rows: [Head]
  /// The numbers by row, then column.
  package let cells: [[Cell]]

  /// Arranges the counts of a query.
  ///
  /// - Precondition: Neither axis of the panel is ``CountAxis/query``.
  package init(
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
