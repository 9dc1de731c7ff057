import Corpus
package import ReportSearch

/// Formats hits for reading in a terminal.
package struct TextFormat: Sendable {
  /// The way in which matches are highlighted and secondary text is dimmed.
  package enum Markup: Sendable {
    /// With ANSI escape sequences.
    case ansi
    /// With the brackets ⟦ ⟧, which do not occur in reports, around matches; nothing is dimmed.
    case plain
  }

  /// The length up to which paragraphs are shown whole, in characters (Unicode scalars).
  private static let wholeLength = 160

  let language: Language
  let markup: Markup
  private let folder: String

  /// Creates the format.
  ///
  /// - Parameter folder: The reader's current directory. Paths below it are shown relative to it.
  package init(language: Language, markup: Markup, folder: String = "") {
    self.language = language
    self.markup = markup
    self.folder = folder
  }

  /// Returns the line above the hits: the query, the totals, and the range of ranks listed.
  package func totals(_ result: SearchResult) -> String {
    let listed = result.foldsCopies ? result.totalsWithoutCopies : result.totals
    let numbers = numbers(result.totals, of: result.query) + withoutCopies(result)
    guard let first = result.hits.first, result.hits.count < listed.paragraphs else {
      return numbers + "\n"
    }
    let last = first.rank + result.hits.count - 1
    return numbers
      + language.choose(
        "；以下为第 \(first.rank)–\(last) 段\n", "; showing \(first.rank)–\(last)\n")
  }

  /// Returns the query and its totals.
  func numbers(_ totals: SearchResult.Totals, of query: Query) -> String {
    let query = query.description
    let numbers = language.choose(
      "\(query)：\(totals.matches) 处，在 \(totals.reports) 份报告的 \(totals.paragraphs) 段里",
      "\(query): \(totals.matches) \(plural("match", "matches", totals.matches)) in "
        + "\(totals.paragraphs) \(plural("paragraph", "paragraphs", totals.paragraphs)) of "
        + "\(totals.reports) \(plural("report", "reports", totals.reports))")
    return numbers + loose(totals)
  }

  /// Returns the number of loose matches (those with punctuation inside), which the number of
  /// matches does not include.
  private func loose(_ totals: SearchResult.Totals) -> String {
    totals.looseMatches == 0
      ? ""
      : language.choose(
        "，另有 \(totals.looseMatches) 处中间有标点",
        ", and \(totals.looseMatches) more with punctuation inside")
  }

  /// Returns the totals with each group of near-duplicates counted once, if they differ from the
  /// totals.
  private func withoutCopies(_ result: SearchResult) -> String {
    let totals = result.totalsWithoutCopies
    guard totals != result.totals else { return "" }
    let matches = totals.matches
    return language.choose(
      "；雷同段落只计一次时为 \(matches) 处，在 \(totals.reports) 份报告的 \(totals.paragraphs) 段里",
      "; counting near-duplicates once, \(matches) \(plural("match", "matches", matches)) in "
        + "\(totals.paragraphs) \(plural("paragraph", "paragraphs", totals.paragraphs)) of "
        + "\(totals.reports) \(plural("report", "reports", totals.reports))") + loose(totals)
  }

  /// Returns the size of the paragraph's near-duplicate group and where the group first appears.
  private func copies(of hit: Hit) -> String {
    guard let copies = hit.copies else { return "" }
    let count = language.choose("  雷同 \(copies.count) 段", "  \(copies.count) near-duplicates")
    return count
      + (copies.isFirst
        ? language.choose("，首见于此", ", first occurrence")
        : language.choose("，首见于 \(copies.group)", ", first occurrence in \(copies.group)"))
  }

  /// Returns a hit as text: its report, heading path, text with highlighted matches, and location.
  package func hit(_ hit: Hit) -> String {
    let number = "\(hit.rank)."
    let indent = String(repeating: " ", count: number.count + 1)
    var lines = ["\(number) \(strong(hit.report.title))  \(year(of: hit))"]
    if !hit.paragraph.headingPath.isEmpty {
      lines.append(indent + faint(hit.paragraph.headingPath.joined(separator: " › ")))
    }
    lines.append(indent + excerpt(hit))
    lines.append(
      indent
        + faint(
          shortened(hit.report.sourcePaths[0]) + place(of: hit.paragraph)
            + "  \(hit.paragraph.identifier)" + copies(of: hit)))
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the paragraph's location in its file: the page number if known, else the line number.
  func place(of paragraph: IndexedParagraph) -> String {
    guard let page = paragraph.page else { return ":\(paragraph.lineNumber)" }
    return language.choose("，第 \(page) 页", ", page \(page)")
  }

  func shortened(_ path: String) -> String {
    folder.isEmpty || !path.hasPrefix(folder + "/")
      ? path : String(path.dropFirst(folder.count + 1))
  }

  /// Returns the years attributed to a hit's matches, without repetitions, each with its evidence.
  func year(of hit: Hit) -> String {
    var told: [String] = []
    for match in hit.matches {
      let text = year(match.year, of: hit.report)
      if !told.contains(text) { told.append(text) }
    }
    return told.joined(separator: language.choose("；", "; "))
  }

  private func year(_ years: YearSpan, of report: IndexedReport) -> String {
    let basis =
      years.basis == .report
      ? report.year.basis.label(in: language) : years.basis.label(in: language)
    let evidence =
      years.evidence.isEmpty ? "" : language.choose("“\(years.evidence)”", " “\(years.evidence)”")
    switch years.kind {
    case .none: return language.choose("年份不详", "year unknown") + evidence
    case .placeholder:
      return language.choose("年份已隐去（\(years.evidence)）", "year redacted (\(years.evidence))")
    case .fact, .target:
      let target = years.kind == .target ? language.choose("目标 ", "target ") : ""
      return target
        + language.choose(
          "\(years.years.row)（据\(basis)\(evidence)）",
          "\(years.years.row) (from \(basis)\(evidence))")
    }
  }

  /// Returns a short paragraph whole, and of a long one only the sentences with matches.
  private func excerpt(_ hit: Hit) -> String {
    let scalars = Array(hit.paragraph.text.unicodeScalars)
    guard scalars.count > Self.wholeLength else {
      return marked(scalars, 0..<scalars.count, hit.matches)
    }
    let snippets = hit.snippets()
    return snippets.map { snippet in
      (snippet.isCutBefore ? "…" : "") + marked(scalars, snippet.characterRange, snippet.matches)
    }.joined() + (snippets.last?.isCutBehind == true ? "…" : "")
  }

  /// Returns a part of a paragraph with its matches highlighted. `part` is a range of scalar
  /// offsets.
  private func marked(
    _ scalars: [Unicode.Scalar], _ part: Range<Int>, _ matches: [Match]
  ) -> String {
    var text = ""
    var place = part.lowerBound
    for mark in matches.flatMap(\.markedRanges).overlapsUnited {
      text += visible(scalars[place..<mark.lowerBound]) + marked(visible(scalars[mark]))
      place = mark.upperBound
    }
    return text + visible(scalars[place..<part.upperBound])
  }

  /// Returns text that is safe to print: control characters become spaces, because escape sequences
  /// in a source file must not reach the terminal.
  func visible(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    for scalar in scalars {
      text.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    return String(text)
  }

  private func marked(_ text: String) -> String {
    switch markup {
    case .ansi: "\u{1B}[1;31m\(text)\u{1B}[0m"
    case .plain: "⟦\(text)⟧"
    }
  }

  func strong(_ text: String) -> String {
    let text = visible(Array(text.unicodeScalars)[...])
    return switch markup {
    case .ansi: "\u{1B}[1m\(text)\u{1B}[0m"
    case .plain: text
    }
  }

  func faint(_ text: String) -> String {
    let text = visible(Array(text.unicodeScalars)[...])
    return switch markup {
    case .ansi: "\u{1B}[2m\(text)\u{1B}[0m"
    case .plain: text
    }
  }

  func plural(_ one: String, _ many: String, _ count: Int) -> String {
    count == 1 ? one : many
  }
}
