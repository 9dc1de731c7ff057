import Corpus
import ReportSearch
import ResultFormats

/// The metadata of a report, each value with its basis.
struct ReportFacts {
  private let report: IndexedReport
  private let language: Language

  init(_ report: IndexedReport, _ language: Language) {
    self.report = report
    self.language = language
  }

  /// The facts in display order, each with a name, a value and a basis.
  var views: [View] {
    var facts = [
      fact(
        language.choose("年份", "Year"), report.year.year.map(String.init) ?? unknown,
        because(report.year.basis.label(in: language), report.year.evidence)),
      fact(
        language.choose("地区", "Region"),
        report.region.division?.fullName ?? report.region.name ?? unknown,
        because(report.region.basis.label(in: language), report.region.evidence)),
      fact(language.choose("文种", "Document type"), report.documentType.rawValue, nil),
    ]
    if let issuer = report.issuer {
      facts.append(
        fact(
          language.choose("发文机关", "Issuer"), issuer.name,
          because(issuer.basis.label(in: language), nil)))
    }
    if let date = report.publishDate {
      facts.append(fact(language.choose("发布日期", "Published"), date, nil))
    }
    if let conflict = report.yearConflict {
      facts.append(
        fact(
          language.choose("注意", "Note"),
          language.choose(
            "正文第 \(conflict.paragraph + 1) 段提到 \(conflict.year) 年：\(conflict.evidence)",
            "paragraph \(conflict.paragraph + 1) mentions \(conflict.year): \(conflict.evidence)"),
          nil))
    }
    if let url = report.url { facts.append(fact(language.choose("网址", "Web address"), url, nil)) }
    for path in report.sourcePaths {
      facts.append(fact(language.choose("文件", "File"), path, part))
    }
    return facts
  }

  private var unknown: String { language.choose("不详", "unknown") }

  private var part: String {
    [report.encoding, language.choose("第 \(report.part) 份", "part \(report.part)")]
      .compactMap(\.self).joined(separator: " ")
  }

  private func because(_ basis: String, _ evidence: String?) -> String {
    let words = evidence.map { language.choose("“\($0)”", " “\($0)”") } ?? ""
    return language.choose("据\(basis)", "from \(basis)") + words
  }

  private func fact(_ name: String, _ value: String, _ basis: String?) -> View {
    ["name": name, "value": value, "basis": View.optional(basis)]
  }
}
