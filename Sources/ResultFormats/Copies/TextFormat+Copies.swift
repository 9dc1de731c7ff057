import Corpus
package import ReportSearch

extension TextFormat {
  /// The most reports of a group that are listed; all are in JSON and CSV.
  private static let listedReports = 5
  /// Longer paragraphs are shown by their beginnings: characters.
  private static let shownLength = 120

  /// Groups of copies: their numbers, then each with its first appearance and where else it stands.
  package func copies(_ listing: CopyListing) -> String {
    let (groups, paragraphs) = (listing.groupCount, listing.paragraphCount)
    let head = language.choose(
      "雷同的段落 \(groups) 组，共 \(paragraphs) 段",
      "\(groups) \(plural("group", "groups", groups)) of copies with \(paragraphs) paragraphs")
    let part =
      listing.groups.count < groups
      ? language.choose(
        "；这里是 \(listing.groups.count) 组", "; here \(listing.groups.count)") : ""
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
        "\(group.paragraphs.count) paragraphs of \(group.reportCount) "
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
      facts.append(language.choose("找到其中 \(found) 段", "\(found) of them found"))
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

  /// What of a report stands in others: its share, the reports, and each paragraph with its origin.
  package func copies(_ copies: ReportCopies) -> String {
    var lines = [
      strong(copies.report.title) + "  " + name(of: copies.report),
      language.choose(
        "\(copies.characterCount) 字里有 \(copies.takenCharacterCount) 字（\(percentage(copies.takenShare))）见于更早的报告",
        "\(copies.takenCharacterCount) of \(copies.characterCount) characters "
          + "(\(percentage(copies.takenShare))) stand in earlier reports"),
    ]
    for (title, pairs, report) in [
      (language.choose("来自更早的", "from earlier reports"), copies.sources, \ReportPair.earlier),
      (language.choose("又见于更晚的", "again in later reports"), copies.takers, \ReportPair.later),
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
            + language.choose("首见 ", "first in ") + place(of: taken.origin)),
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Pairs of reports, a pair a paragraph.
  package func pairs(_ pairs: [ReportPair]) -> String {
    pairs.enumerated().map { place, pair in
      "\(place + 1). \(shared(pair))\n   \(name(of: pair.earlier))\n   \(name(of: pair.later))\n"
    }.joined()
  }

  private func shared(_ pair: ReportPair) -> String {
    language.choose(
      "共 \(pair.characters) 字、\(pair.paragraphs) 段，占后者 \(percentage(pair.share))",
      "\(pair.characters) characters in \(pair.paragraphs) "
        + "\(plural("paragraph", "paragraphs", pair.paragraphs)), \(percentage(pair.share)) of the later"
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

  /// A share in whole hundredths, rounded down: only what is the same is 100 %.
  func percentage(_ share: Double) -> String { "\(Int(share * 100))%" }
}
