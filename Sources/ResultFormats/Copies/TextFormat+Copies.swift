import Corpus
package import ReportSearch

extension TextFormat {
  /// The maximum number of paragraphs or region names shown for a group; twice as many report pairs
  /// are shown. JSON and CSV contain all of them.
  private static let listedReports = 5
  /// The length in characters (Unicode scalars) to which paragraphs are cut.
  private static let shownLength = 120

  /// Returns groups of near-duplicates: their totals, then each group with its first appearance and
  /// its other occurrences.
  package func copies(_ listing: CopyListing) -> String {
    let (groups, paragraphs) = (listing.groupCount, listing.paragraphCount)
    let head = language.choose(
      "雷同段落 \(groups) 组，共 \(paragraphs) 段",
      "\(groups) \(plural("group", "groups", groups)) of near-duplicates with "
        + "\(paragraphs) paragraphs")
    let part =
      listing.groups.count < groups
      ? language.choose(
        "；以下为 \(listing.groups.count) 组", "; showing \(listing.groups.count)") : ""
    return head + part + "\n"
      + listing.groups.enumerated().map { "\n" + group($1, number: $0 + 1) }.joined()
  }

  private func group(_ group: CopyGroup, number: Int) -> String {
    let indent = "   "
    let years = group.years.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    let regions = group.regions.prefix(Self.listedReports).joined(
      separator: language.choose("、", ", "))
    let others = group.regions.count - Self.listedReports
    var facts = [
      language.choose(
        "\(group.paragraphs.count) 段，\(group.reportCount) 份报告",
        "\(group.paragraphs.count) paragraphs in \(group.reportCount) "
          + plural("report", "reports", group.reportCount))
    ]
    if let years { facts.append(years) }
    if !regions.isEmpty {
      facts.append(
        regions
          + (others > 0 ? language.choose("等 \(group.regions.count) 地", " and \(others) more") : "")
      )
    }
    if let found = group.found, found < group.paragraphs.count {
      facts.append(language.choose("其中 \(found) 段匹配", "\(found) of them match"))
    }
    var lines = ["\(number). " + strong(facts.joined(separator: language.choose("，", ", ")))]
    lines.append(indent + beginning(of: group.paragraphs[0].paragraph.text))
    for (place, paragraph) in group.paragraphs.prefix(Self.listedReports).enumerated() {
      let role = place == 0 ? language.choose("首见", "first") : percentage(paragraph.similarity)
      lines.append(indent + faint("\(role)  \(self.place(of: paragraph))"))
    }
    let rest = group.paragraphs.count - Self.listedReports
    if rest > 0 {
      lines.append(indent + faint(language.choose("另有 \(rest) 段", "and \(rest) more")))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns the text that a report shares with others: its share, the reports, and each paragraph
  /// with its origin.
  package func copies(_ copies: ReportCopies) -> String {
    var lines = [
      strong(copies.report.title) + "  " + name(of: copies.report),
      language.choose(
        "\(copies.characterCount) 字中有 \(copies.takenCharacterCount) 字（\(percentage(copies.takenShare))）见于更早的报告",
        "\(copies.takenCharacterCount) of \(copies.characterCount) characters "
          + "(\(percentage(copies.takenShare))) also appear in earlier reports"),
    ]
    for (title, pairs, report) in [
      (language.choose("见于更早的报告", "In earlier reports"), copies.sources, \ReportPair.earlier),
      (language.choose("见于更晚的报告", "In later reports"), copies.takers, \ReportPair.later),
    ] where !pairs.isEmpty {
      lines += ["", title]
      for pair in pairs.prefix(2 * Self.listedReports) {
        lines.append("  \(shared(pair))  \(name(of: pair[keyPath: report]))")
      }
      let rest = pairs.count - 2 * Self.listedReports
      if rest > 0 { lines.append("  " + language.choose("另有 \(rest) 份", "and \(rest) more")) }
    }
    for taken in copies.taken {
      lines += [
        "", beginning(of: taken.paragraph.paragraph.text),
        faint(
          "\(taken.paragraph.paragraph.identifier)  \(percentage(taken.paragraph.similarity))  "
            + language.choose("首见 ", "first occurrence in ") + place(of: taken.origin)),
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Returns pairs of reports, one paragraph of text for each pair.
  package func pairs(_ listing: ReportPairListing) -> String {
    listing.pairs.enumerated().map { place, pair in
      "\(place + 1). \(shared(pair))\n   \(name(of: pair.earlier))\n   \(name(of: pair.later))\n"
    }.joined()
  }

  private func shared(_ pair: ReportPair) -> String {
    language.choose(
      "相同 \(pair.characters) 字、\(pair.paragraphs) 段，占较晚一份的 \(percentage(pair.share))",
      "\(pair.characters) characters in \(pair.paragraphs) "
        + "\(plural("paragraph", "paragraphs", pair.paragraphs)), \(percentage(pair.share)) of the later report"
    )
  }

  private func name(of report: IndexedReport) -> String {
    let year = report.year.year.map(String.init) ?? language.choose("年份不详", "year unknown")
    return "\(year)  \(visible(Array(report.title.unicodeScalars)[...]))  "
      + faint("\(shortened(report.sourcePaths[0]))  \(report.identifier)")
  }

  private func place(of paragraph: CopiedParagraph) -> String {
    let report = paragraph.report
    let year = report.year.year.map(String.init) ?? language.choose("年份不详", "year unknown")
    return "\(year)  \(report.title)  \(paragraph.paragraph.identifier)"
  }

  private func beginning(of text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let shown = visible(scalars.prefix(Self.shownLength))
    return scalars.count > Self.shownLength ? shown + "…" : shown
  }

  /// Returns a share in whole percent, rounded down so that only identical texts show 100%.
  func percentage(_ share: Double) -> String { "\(Int(share * 100))%" }
}
