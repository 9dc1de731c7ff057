import Corpus
import ReportSearch
import ResultFormats

/// The metadata of a report as a few lines of text, most values with their basis.
struct ReportHeadText {
  private let report: IndexedReport

  init(_ report: IndexedReport) { self.report = report }

  var text: String {
    var lines = [
      report.title,
      say("年份", "Year") + " \(year)  " + say("发布", "published") + " \(report.publishDate ?? "—")",
      ([report.documentType.rawValue, issuer] + [region]).compactMap(\.self)
        .joined(separator: "  "),
    ]
    if let conflict = report.yearConflict {
      lines.append(
        say(
          "注意：正文第 \(conflict.paragraph + 1) 段提到 \(conflict.year) 年（\(conflict.evidence)）",
          "Note: paragraph \(conflict.paragraph + 1) mentions \(conflict.year) (\(conflict.evidence))"
        ))
    }
    for reason in report.incompleteness {
      lines.append(say("注意：可能不全，", "Note: may be incomplete: ") + reason.message(in: language))
    }
    for path in report.sourcePaths {
      let facts = [path, report.encoding, say("第 \(report.part) 份", "part \(report.part)")]
      lines.append(facts.compactMap(\.self).joined(separator: "  "))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var year: String {
    (report.year.year.map(String.init) ?? "—")
      + say(
        "（\(report.year.basis.label(in: language))）", " (\(report.year.basis.label(in: language)))")
  }

  private var issuer: String? {
    report.issuer.map {
      let basis = $0.basis.label(in: language)
      return $0.name + say("（\(basis)）", " (\(basis))")
    }
  }

  private var region: String? {
    let region = report.region
    guard region.basis != .unknown else { return nil }
    let basis = region.basis.label(in: language)
    let candidates = region.candidates.map { "\($0.code) \($0.fullName)" }
    let name = [region.code, region.name].compactMap(\.self).joined(separator: " ")
    let choice =
      candidates.isEmpty ? "" : say("：", ": ") + candidates.joined(separator: say("、", ", "))
    return name + say("（\(basis)\(choice)）", " (\(basis)\(choice))")
  }
}
