package import ReportSearch

/// The counts of one query as people see them: a number where a row and a column meet.
package struct CountGrid: Sendable {
  /// What a row or a column is about.
  package struct Head: Sendable {
    /// The value, as filters take it.
    package let value: FacetValue
    /// The value as people read it.
    package let label: String
  }

  /// A number.
  package struct Cell: Sendable {
    /// The number; `nil` where there are no texts, which is not zero.
    package let number: Double?
    /// The number as people read it; `—` where there are no texts.
    package let text: String
  }

  /// The columns.
  package let columns: [Head]
  /// The rows.
  package let rows: [Head]
  /// The numbers, row by row.
  package let cells: [[Cell]]

  /// Arranges the counts of a query.
  ///
  /// - Precondition: Neither rows nor columns of the panel are queries.
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
        return Cell(number: measure.value(of: cell), text: measure.text(of: cell))
      }
    }
  }
}
