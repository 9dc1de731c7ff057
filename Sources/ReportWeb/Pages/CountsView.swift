import Corpus
import ReportSearch
import ResultFormats

/// A table of counts, with colours for the numbers; zero and missing are told apart.
struct CountsView {
  private let state: SearchState
  private let language: Language
  private let panel: CountPanel

  /// The most rows and columns of a page; files have all.
  private static let (mostRows, mostColumns) = (300, 60)
  /// The number of shades.
  private static let shades = 5

  /// Counts.
  ///
  /// - Throws: An `IndexError`.
  init(
    _ state: SearchState, _ language: Language, of query: HitList.TypedQuery, in index: Searcher
  ) throws {
    self.state = state
    self.language = language
    panel = try CountPanel(
      of: [query], by: state.counts.rowAxis, and: state.counts.columnAxis, in: index)
  }

  var view: View {
    let grid = CountGrid(
      panel.answers[0].table, of: panel, state.counts.measure, language: language)
    let columns = shown(grid.columns, in: state.counts.columns) { column in
      grid.cells.contains { ($0[column].number ?? 0) > 0 }
    }
    let rows = shown(grid.rows, in: state.counts.rows) { row in
      grid.cells[row].contains { ($0.number ?? 0) > 0 }
    }
    let (firstColumns, firstRows) = (columns.prefix(Self.mostColumns), rows.prefix(Self.mostRows))
    let greatest = grid.cells.joined().compactMap(\.number).max() ?? 0
    let choices = SearchChoices(state: state, language: language)
    return [
      "rows": choices.rows, "columns": choices.columns, "measures": choices.measures,
      "table": [
        "caption": caption, "heads": firstColumns.map { grid.columns[$0].label },
        "lines": firstRows.map { row in
          [
            "label": grid.rows[row].label,
            "cells": firstColumns.map { column in
              cell(
                grid.cells[row][column], grid.rows[row].value, grid.columns[column].value,
                greatest: greatest)
            },
          ] as View
        },
      ] as View,
      "chart": View.optional(chart),
      "left": View.optional(
        left(grid.rows.count - firstRows.count, grid.columns.count - firstColumns.count)),
      "files": CountDownloads(state: state).views(withChart: chart != nil),
      "provenance": CountDownloads(state: state).provenance,
    ]
  }

  private func cell(
    _ cell: CountGrid.Cell, _ row: FacetValue, _ column: FacetValue, greatest: Double
  ) -> View {
    let number = cell.number ?? 0
    let shade = Int((number / max(greatest, .ulpOfOne)).squareRoot() * Double(Self.shades))
    return [
      "text": cell.text,
      "kind": cell.number == nil ? "none" : number == 0 ? "zero" : "s\(max(1, shade))",
      "address": View.optional(number == 0 ? nil : address(row, column)),
    ]
  }

  /// The hits of a cell; `nil` where no filter finds just them.
  private func address(_ row: FacetValue, _ column: FacetValue) -> String? {
    var chosen = state.chosen
    for (facet, value) in [(state.counts.rows, row), (state.counts.columns, column)] {
      guard let facet else { continue }
      guard let (narrowing, value) = Self.filter(facet, value) else { return nil }
      chosen[narrowing] = [value]
    }
    return state.changed {
      $0.chosen = chosen
      $0.display = .hits
    }.address
  }

  /// The filter that passes what a value counts, and nothing else.
  private static func filter(_ facet: Facet, _ value: FacetValue) -> (Facet, String)? {
    guard facet.filter(of: value.value) != nil else { return nil }
    switch facet {
    case .province, .city, .region:
      return isWhole(value, facet) ? (.region, value.value) : nil
    // The filter finds names that hold this one, too.
    case .issuer: return nil
    default: return (facet, value.value)
    }
  }

  /// Whether a row of a table by regions counts a division with all that lies in it.
  private static func isWhole(_ value: FacetValue, _ facet: Facet) -> Bool {
    guard let level = Divisions.shared[value.value]?.level else { return false }
    switch facet {
    case .province: return level == .province
    case .city: return level >= .prefecture
    default: return level == .county
    }
  }

  /// The places of what a table shows: of years those with a match and the single ones between.
  private func shown(
    _ heads: [CountGrid.Head], in facet: Facet?, hasMatch: (Int) -> Bool
  ) -> [Int] {
    guard facet?.isByYear == true else { return Array(heads.indices) }
    let matched = Set(heads.indices.filter(hasMatch))
    let single = heads.indices.filter { Int(heads[$0].value.value) != nil }
    guard let first = single.first(where: matched.contains),
      let last = single.last(where: matched.contains)
    else { return matched.sorted() }
    return matched.union(single.filter { (first...last).contains($0) }).sorted()
  }

  private var caption: String {
    let what = state.counts.measure.label(in: language)
    return language.choose(
      "格内是\(what)；0 是有文字而没有这样的话，— 是没有文字。",
      "Cells are \(what); 0 is text without a match, — is no text.")
  }

  private func left(_ rows: Int, _ columns: Int) -> String? {
    let parts =
      (rows > 0 ? [language.choose("\(rows.grouped) 行", "\(rows.grouped) more rows")] : [])
      + (columns > 0
        ? [language.choose("\(columns.grouped) 列", "\(columns.grouped) more columns")] : [])
    guard !parts.isEmpty else { return nil }
    return language.choose(
      "另有 \(parts.joined(separator: "、"))没有列出；下载的表里全有。",
      "\(parts.joined(separator: " and ")) are not shown; the files have them all.")
  }

  /// The chart of a table whose rows are years; `nil` if it has too many series to tell apart.
  private var chart: String? { YearPicture(panel, state, language).fragment }
}
