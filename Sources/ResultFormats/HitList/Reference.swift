import Corpus
package import ReportSearch

/// A report as programs for literature take it: Zotero, EndNote, LaTeX.
///
/// The date is that of publication; a report that does not tell it has none, whatever year it is about.
package struct Reference {
  private let report: IndexedReport

  /// Takes a report.
  package init(_ report: IndexedReport) { self.report = report }

  // MARK: BibTeX

  /// The report as a BibTeX record.
  package var bibTeX: String {
    let date = report.publishDate.map { $0.split(separator: "-") } ?? []
    let fields: [(String, String?)] = [
      // Braces keep the name of an office from being taken apart as a person's.
      ("author", report.issuer.map { "{\(escaped($0.name))}" }),
      ("title", "{\(escaped(report.title))}"),
      ("institution", report.issuer.map { escaped($0.name) }),
      ("type", escaped(report.documentType.rawValue)),
      ("year", date.first.map(String.init)),
      ("month", date.count > 1 ? Int(date[1]).map(String.init) : nil),
      ("date", report.publishDate),
      ("url", report.url.map(address)),
      ("urldate", accessDate),
      ("langid", "chinese"),
      ("note", escaped(note)),
    ]
    let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)}" } }
    return "@techreport{\(report.identifier),\n\(lines.joined(separator: ",\n"))\n}\n\n"
  }

  private func escaped(_ text: String) -> String {
    var escaped = ""
    for character in line(text) {
      switch character {
      case "\\": escaped += "\\textbackslash{}"
      case "~": escaped += "\\textasciitilde{}"
      case "^": escaped += "\\textasciicircum{}"
      case "{", "}", "$", "&", "#", "%", "_": escaped += "\\\(character)"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  private func address(_ url: String) -> String {
    line(url).replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\\", with: "%5C")
  }

  // MARK: RIS

  /// The report as a RIS record.
  package var ris: String {
    let fields: [(String, String?)] = [
      ("TY", "RPRT"), ("ID", report.identifier), ("AU", report.issuer?.name), ("TI", report.title),
      ("PB", report.issuer?.name), ("M3", report.documentType.rawValue),
      ("PY", report.publishDate.map { String($0.prefix(4)) }),
      ("DA", report.publishDate?.replacing("-", with: "/")), ("UR", report.url),
      ("Y2", accessDate.replacing("-", with: "/")), ("LA", "zh"), ("N1", note),
    ]
    return fields.compactMap { tag, value in value.map { "\(tag)  - \(line($0))\r\n" } }.joined()
      + "ER  - \r\n\r\n"
  }

  // MARK: Both

  /// The day on which the report was indexed: what was seen is what was there then.
  private var accessDate: String {
    String(report.indexedAt.prefix(10))
  }

  private var note: String {
    let year = report.year.year.map {
      "报告年份：\($0)（据\(report.year.basis.label(in: .chinese))）；"
    }
    let part = report.part > 1 ? "，第 \(report.part) 份" : ""
    return (year ?? "") + "文件：\(report.sourcePaths[0])\(part)"
  }

  private func line(_ text: String) -> String {
    SpreadsheetText.withoutControls(text).split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
