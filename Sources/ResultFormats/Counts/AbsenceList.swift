package import ReportSearch

/// The values of an axis (regions, years, issuers …) that have reports but no match of a query.
package struct AbsenceList: Sendable {
  /// The query and its counts.
  package let answer: CountPanel.Answer
  /// The axis of the values.
  package let axis: CountAxis
  /// The values without a match, with the size of their texts, in the order of a table.
  package let absent: [(value: FacetValue, texts: TextCounts)]
  /// The number of values that have reports, with or without a match.
  package let all: Int
  /// The number of reports whose value on the axis is unknown. They count neither as present nor as
  /// absent.
  package let undecidedReports: Int

  /// Lists the values without a match in the counts of a query by one axis.
  package init(_ answer: CountPanel.Answer, by axis: CountAxis) {
    self.answer = answer
    self.axis = axis
    let table = answer.table
    let known = table.rows.indices.filter { axis.isKnown(table.rows[$0]) }
    all = known.count
    absent = known.filter { table[$0, 0].found.paragraphs == 0 }
      .map { (table.rows[$0], table[$0, 0].texts) }
    undecidedReports = table.rows.indices.reduce(0) {
      axis.isKnown(table.rows[$1]) ? $0 : $0 + table[$1, 0].texts.reports
    }
  }

  /// The names of the columns of the table.
  package static func columnNames(by axis: CountAxis) -> [String] {
    ["query"] + axis.names + ["reports_total", "chars_total"]
  }

  /// The rows of the table.
  package var records: [Record] {
    absent.map { value, texts in
      let cells = [.text(answer.query.name)] + axis.cells(of: value)
      return Record(
        Array(
          zip(
            Self.columnNames(by: axis),
            cells + [.integer(texts.reports), .integer(texts.characters)])))
    }
  }

  /// The list as JSON.
  package var record: Record {
    Record([
      ("query", .text(answer.query.name)), ("read_as", .text(answer.query.query.description)),
      ("totals", .record(SearchAnswer.totals(answer.table.totals))), ("values", .integer(all)),
      ("undecided_reports", .integer(undecidedReports)), ("absent", .records(records)),
    ])
  }

  /// Returns the list as text.
  package func text(in language: Language) -> String {
    let query = answer.query.query.description
    var text = language.choose(
      "\(query)：有报告的 \(all) 个\(what(language))中，\(absent.count) 个从未提及\n",
      "\(query): of \(all) \(what(language)) with reports, \(absent.count) have no match\n")
    let lines = absent.map { value, texts in
      let label = axis.label(of: value, in: language)
      return [value.value == label ? "" : value.value, label]
        + [
          language.choose("\(texts.reports) 份报告", "\(texts.reports) reports"),
          language.choose("\(texts.characters) 字", "\(texts.characters) characters"),
        ]
    }
    let columns = TextColumns(lines, labels: 2)
    if !lines.isEmpty { text += "\n" }
    for line in lines {
      text += String(columns.line(line).drop { line[0].isEmpty && $0 == " " }) + "\n"
    }
    if undecidedReports > 0 {
      text += language.choose(
        "\n另有 \(undecidedReports) 份报告归属不明，未计入。\n",
        "\nNot counted: \(undecidedReports) reports for which this value is unknown.\n"
      )
    }
    return text
  }

  private func what(_ language: Language) -> String {
    switch axis.facet {
    case .mentionYear, .reportYear: language.choose("年份", "years")
    case .region, .city, .province: language.choose("地区", "regions")
    case .documentType: language.choose("文种", "document types")
    case .issuer: language.choose("发文机关", "issuers")
    case .section: language.choose("部分", "section kinds")
    case .source, nil: ""
    }
  }
}

extension [AbsenceList] {
  /// The lists as JSON.
  package var record: Record {
    Record([
      ("schema", .integer(SearchAnswer.schema)), ("queries", .records(map(\.record))),
    ])
  }
}
