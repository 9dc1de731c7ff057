package import ReportSearch

/// What has reports and never says something: regions, years, offices.
package struct AbsenceList: Sendable {
  /// The query and its counts.
  package let answer: CountPanel.Answer
  /// What is looked at.
  package let axis: CountAxis
  /// What never says it, with its texts, in the order of a table.
  package let absent: [(value: FacetValue, texts: TextCounts)]
  /// The number of values that have reports.
  package let all: Int
  /// The number of reports of which the value is not known, so that nothing can be said of them.
  package let undecidedReports: Int

  /// Lists what of counts by one thing is without a match.
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

  /// The list for people.
  package func text(in language: Language) -> String {
    let query = answer.query.query.description
    var text = language.choose(
      "\(query)：有报告的 \(all) 个\(what(language))里，\(absent.count) 个从未说到\n",
      "\(query): of \(all) \(what(language)) with reports, \(absent.count) never say it\n")
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
        "\n另有 \(undecidedReports) 份报告看不出属于哪一个，没有算在内。\n",
        "\nOf \(undecidedReports) more reports it is not known which they belong to; they are left out.\n"
      )
    }
    return text
  }

  private func what(_ language: Language) -> String {
    switch axis.facet {
    case .mentionYear, .reportYear: language.choose("年份", "years")
    case .region, .city, .province: language.choose("地区", "regions")
    case .documentType: language.choose("文种", "kinds of documents")
    case .issuer: language.choose("单位", "offices")
    case .section: language.choose("部分", "kinds of sections")
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
