import ReportSearch
import ResultFormats

/// Writes a concordance to standard output, and its numbers to standard error.
struct ConcordanceOutput {
  /// Which lines are wanted.
  let concordance: Concordance
  /// The cells that a line for people must fit into; `nil` if it may be of any length.
  let lineWidth: Int?

  /// Writes the lines of a query.
  ///
  /// - Returns: The numbers of all that was found.
  func write(
    _ query: Query, typed: String, from index: Searcher, as format: SearchFormat
  ) throws -> SearchResult.Totals {
    let json = JSONFormat()
    switch format {
    case .json:
      var records: [Record] = []
      let totals = try concordance.forEachLine(of: query, in: index, as: \.record) {
        records.append($0)
      }
      let answer = SearchAnswer.record(of: query, typed: typed, totals: totals, lines: records)
      try StandardOutput.write(json.line(answer) + "\n")
      try tellIfCut(records.count, of: totals)
      return totals
    case .jsonl:
      var count = 0
      let totals = try concordance.forEachLine(
        of: query, in: index, as: { json.line($0.record) }
      ) {
        count += 1
        try StandardOutput.write($0 + "\n")
      }
      try tellIfCut(count, of: totals)
      return totals
    case .text:
      let format = ConcordanceFormat(
        language: language, markup: StandardOutput.isTerminal ? .ansi : .plain,
        context: concordance.context, lineWidth: lineWidth)
      var count = 0
      let totals = try concordance.forEachLine(of: query, in: index, as: format.line) {
        count += 1
        try StandardOutput.write($0)
      }
      try StandardOutput.flush()
      tell(format.totals(totals, of: query, lines: count))
      return totals
    }
  }

  private func tellIfCut(_ count: Int, of totals: SearchResult.Totals) throws {
    try ListedPart(offset: 0, count: count, total: totals.matches + totals.looseMatches)
      .tellIfCut("处", "matches")
  }
}
