import Corpus
import Foundation
package import ReportSearch

extension TextFormat {
  /// Returns the totals and hits of a result, each followed by its explanation if there is one.
  package func answer(_ result: SearchResult, _ explanation: Explanation? = nil) -> String {
    var text = totals(result) + (explanation.map(terms) ?? "")
    for hit in result.hits {
      text += "\n" + self.hit(hit) + (explanation.map { self.explanation(of: hit, in: $0) } ?? "")
    }
    return text
  }

  /// Returns the lines below the totals: document frequency and inverse document frequency of each
  /// term.
  func terms(of explanation: Explanation) -> String {
    let all = explanation.paragraphCount
    let pages = explanation.unreadablePages.map { "  \($0.message(in: language))\n" } ?? ""
    return pages
      + explanation.terms.map { term in
        let (count, weight) = (term.paragraphCount, rounded(term.inverseDocumentFrequency))
        return language.choose(
          "  \(term.term)：出现于索引全部 \(all) 段中的 \(count) 段（df），idf \(weight)\n",
          "  \(term.term): in \(count) of \(all) paragraphs (df), idf \(weight)\n")
      }.joined()
  }

  /// Returns the lines below a hit: its score in detail, and the evidence for its years, its
  /// report's year, its region and its section.
  func explanation(of hit: Hit, in explanation: Explanation) -> String {
    let indent = String(repeating: " ", count: "\(hit.rank). ".count)
    var lines = [score(of: hit, explanation)]
    lines += years(of: hit.matches)
    lines.append(reportYear(of: hit.report))
    lines.append(region(of: hit))
    lines.append(
      language.choose("所在部分：", "Section: ") + hit.paragraph.section.label(in: language))
    return lines.map { indent + faint($0) + "\n" }.joined()
  }

  private func score(of hit: Hit, _ explanation: Explanation) -> String {
    let parts = (explanation.parts[hit.paragraph.identifier] ?? []).map { part in
      let (term, score, frequency) = (part.term.term, rounded(part.score), part.frequency)
      return language.choose(
        "\(term) \(score)（tf \(frequency)）", "\(term) \(score) (tf \(frequency))")
    }
    let boost = Explanation.boost(of: hit.paragraph.kind)
    let kind = hit.paragraph.kind.label(in: language)
    let boosted =
      boost == 1
      ? ""
      : language.choose("；\(kind)乘以 \(boost)", "; multiplied by \(boost) for a \(kind)")
    return language.choose("得分 ", "Score ") + rounded(hit.score) + " = "
      + parts.joined(separator: " + ") + boosted
  }

  /// Returns one line for each run of consecutive matches with the same years and the same
  /// evidence.
  private func years(of matches: [Match]) -> [String] {
    var runs: [(first: Int, last: Int, year: YearSpan)] = []
    for (place, match) in matches.enumerated() {
      if let run = runs.last, run.year == match.year {
        runs[runs.count - 1].last = place + 1
      } else {
        runs.append((place + 1, place + 1, match.year))
      }
    }
    return runs.map { run in
      let places = run.first == run.last ? "\(run.first)" : "\(run.first)–\(run.last)"
      let matches = run.first == run.last ? "match" : "matches"
      return language.choose("第 \(places) 处的年份：", "Years of \(matches) \(places): ")
        + text(of: run.year)
    }
  }

  private func text(of year: YearSpan) -> String {
    let place = year.evidenceRange.map { range in
      language.choose(
        "（第 \(range.lowerBound + 1)–\(range.upperBound) 字）",
        " (characters \(range.lowerBound + 1)–\(range.upperBound))")
    }
    let row: String? = year.kind == .fact || year.kind == .target ? year.years.row : nil
    let kind = year.kind.label(in: language)
    let known = row.map { language.choose("\($0)，\(kind)", "\($0), \(kind)") } ?? kind
    return known + because(year.basis.label(in: language), year.evidence) + (place ?? "")
  }

  private func reportYear(of report: IndexedReport) -> String {
    let year = report.year
    let known = year.year.map(String.init) ?? language.choose("不详", "unknown")
    return language.choose("报告年份：", "Report year: ") + known
      + (year.year == nil ? "" : because(year.basis.label(in: language), year.evidence ?? ""))
  }

  private func region(of hit: Hit) -> String {
    let region = hit.region
    let unknown = Region.Basis.unknown.label(in: language)
    let code = region.code.map { language.choose("（\($0)）", " (\($0))") } ?? ""
    let basis = region.basis.label(in: language)
    let evidence = region.evidence ?? ""
    let known =
      switch region.basis {
      case .unknown: ""
      // The evidence of these bases says why the region is unknown.
      case .anonymised, .ambiguous:
        language.choose("，\(basis)", ", \(basis)") + quoted(evidence)
      default: because(basis, evidence)
      }
    return language.choose("地区：", "Region: ") + (region.name ?? unknown) + code + known
  }

  /// Returns a basis with the words that are its evidence.
  private func because(_ basis: String, _ evidence: String) -> String {
    language.choose("，据\(basis)", ", from \(basis)") + quoted(evidence)
  }

  private func quoted(_ words: String) -> String {
    words.isEmpty ? "" : language.choose("“\(words)”", " “\(words)”")
  }

  private func rounded(_ number: Double) -> String { String(format: "%.3f", number) }
}
