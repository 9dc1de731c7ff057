import ReportSearch
import ResultFormats

/// A table of counts, shaded by value. A zero (text without a match) and a missing value (no text)
/// look different.
struct CountsView {
  private let state: SearchState
  private let language: Language
  private let panel: CountPanel

  /// The numbers of rows and columns that a page can always show. Files contain all.
  private static let (usualRows, usualColumns) = (300, 60)
  /// The maximum number of cells on a page. A table with few rows may have more columns than
  /// `usualColumns`, and the reverse.
  private static let mostCells = usualRows * usualColumns
  /// The number of shades.
  private static let shades = 5

  /// Counts the matches of a query by the facets of the state.
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
    let columns = shown(
      grid.columns, in: state.counts.columns,
      limit: max(Self.usualColumns, Self.mostCells / max(1, grid.rows.count)),
      matches: grid.columns.indices.map { column in
        grid.cells.reduce(0) { $0 + $1[column].matches }
      }
    ) { column in grid.cells.contains { ($0[column].number ?? 0) > 0 } }
    let rows = shown(
      grid.rows, in: state.counts.rows,
      limit: max(Self.usualRows, Self.mostCells / max(1, columns.positions.count)),
      matches: grid.cells.map { $0.reduce(0) { $0 + $1.matches } }
    ) { row in grid.cells[row].contains { ($0.number ?? 0) > 0 } }
    let shownMatches = rows.positions.reduce(0) { sum, row in
      sum + columns.positions.reduce(0) { $0 + grid.cells[row][$1].matches }
    }
    let allMatches = grid.cells.joined().reduce(0) { $0 + $1.matches }
    let picture = YearPicture(panel, state, language)
    let chart = picture.fragment
    let greatest = grid.cells.joined().compactMap(\.number).max() ?? 0
    let choices = SearchChoices(state: state, language: language)
    return [
      "rows": choices.rows, "columns": choices.columns, "measures": choices.measures,
      "table": [
        "caption": caption, "heads": columns.positions.map { grid.columns[$0].label },
        "lines": rows.positions.map { row in
          [
            "label": grid.rows[row].label,
            "cells": columns.positions.map { column in
              cell(
                grid.cells[row][column], grid.rows[row].value, grid.columns[column].value,
                greatest: greatest)
            },
          ] as View
        },
      ] as View,
      "chart": View.optional(chart), "chartFailure": View.optional(picture.failure),
      "left": View.optional(left(rows, columns, allMatches - shownMatches)),
      "whole": CountDownloads(state: state).table,
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
      "address": View.optional(
        number == 0
          ? nil
          : CellAddress(state: state).address(of: [
            (state.counts.rows, row), (state.counts.columns, column),
          ])),
    ]
  }

  /// Returns the rows or columns to show. If the facet is a year, these are the most recent of the
  /// years with a match and of the single years between them; otherwise those with the most
  /// matches.
  private func shown(
    _ heads: [CountGrid.Head], in facet: Facet?, limit: Int, matches: [Int],
    hasMatch: (Int) -> Bool
  ) -> ShownPart {
    var candidates: [Int]?
    if facet?.isByYear == true {
      let matched = Set(heads.indices.filter(hasMatch))
      let single = heads.indices.filter { CountAxis.year(of: heads[$0].value.value) != nil }
      let (first, last) = (
        single.first(where: matched.contains), single.last(where: matched.contains)
      )
      let between = single.filter { place in first.map { $0 <= place } == true && place <= last! }
      candidates = matched.union(between).sorted()
    }
    return ShownPart(of: matches, candidates: candidates, limit: limit, keeping: .init(facet))
  }

  private var caption: String {
    let what = state.counts.measure.label(in: language)
    return language.choose(
      "各格为\(what)；0 表示有正文但无匹配，— 表示没有正文。",
      "Cells show \(what); 0 means text without a match, — means no text.")
  }

  /// Returns a sentence on the rows and columns that are not shown and on their matches, or `nil`
  /// if all are shown.
  private func left(_ rows: ShownPart, _ columns: ShownPart, _ matches: Int) -> String? {
    let cut =
      part(rows.leftCount, language.choose("行", "rows"))
      + part(columns.leftCount, language.choose("列", "columns"))
    let blank =
      part(rows.blankCount, language.choose("行", "rows"))
      + part(columns.blankCount, language.choose("列", "columns"))
    let separator = language.choose("、", " and ")
    var sentences: [String] = []
    if !cut.isEmpty {
      sentences.append(
        language.choose(
          "另有 \(cut.joined(separator: separator))未列出，共 \(matches.grouped) 处。",
          "Not shown: \(cut.joined(separator: separator)) with \(matches.grouped) matches.")
      )
    }
    if !blank.isEmpty {
      sentences.append(
        language.choose(
          "无匹配的 \(blank.joined(separator: separator))也未列出。",
          "Also not shown: \(blank.joined(separator: separator)) without a match."))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: language.choose("", " "))
  }

  private func part(_ count: Int, _ unit: String) -> [String] {
    count > 0 ? ["\(count.grouped) \(unit)"] : []
  }
}
