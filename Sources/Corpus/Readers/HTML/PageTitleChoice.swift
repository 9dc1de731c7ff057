/// Chooses the title among the lines above the main text.
///
/// A heading element, agreement with the metadata and the form of a title count for a line. Links
/// and distance from the text count against it. A line of a menu is never the title.
struct PageTitleChoice {
  let page: Page
  let blocks: PageBlocks
  let titles: PageTitle

  /// The number of lines above the text that are examined.
  private static let farthest = 60
  private static let leastScore = 1.2

  /// Returns the index of the title above a line.
  func title(before text: Int) -> Int? {
    var best: (place: Int, score: Double)?
    var distance = 0.0
    for place in page.lines[..<min(text, page.lines.count)].indices.suffix(Self.farthest).reversed()
    {
      guard page.lines[place].line.chrome == nil else { continue }
      if let score = score(of: place, distance: distance), score >= Self.leastScore,
        score > best?.score ?? 0
      {
        best = (place, score)
      }
      distance += blocks.isAboutPage[place] ? 0.2 : 1
    }
    return best?.place
  }

  private func score(of place: Int, distance: Double) -> Double? {
    let entry = page.lines[place]
    let text = entry.line.text
    let marks: Set<Character> = ["。", "：", ":", "；", ";", "，", "、"]
    guard entry.line.role != .row, (4...80).contains(entry.letters), !entry.line.hasTab,
      text.last.map({ !marks.contains($0) }) ?? false, HeadingMarker(startOf: text) == nil,
      !Signature.isDate(text), !blocks.isListed[place]
    else { return nil }
    var agreement = blocks.folded[place].map { titles.agreement(ofFolded: $0) } ?? 0
    if let (_, title) = titles.withoutSection(text) {
      agreement = max(agreement, titles.agreement(of: title))
    }
    guard agreement >= 3 || !blocks.isAboutPage[place] && !PageWords.areByline(text) else {
      return nil
    }
    var score = agreement - distance * 0.15
    var isHeading = false
    if case .heading(let level) = entry.line.role {
      isHeading = true
      score += level == 1 ? 3 : level == 2 ? 2 : 1
    } else if entry.isEmphasized {
      score += 1.5
    }
    if TitleLine(text) != nil {
      score += 1.5
    } else if agreement == 0, page.head.namesDocument {
      // The page has a title in its metadata that this line does not match.
      score -= 2
    }
    if entry.linkLetters * 2 > entry.letters { score -= isHeading && agreement >= 3 ? 1 : 5 }
    if blocks.isBeside[entry.element] { score -= 2 }
    // Short lines without agreement are names of sites and sections.
    if agreement == 0, text.unicodeScalars.count <= 5 { score -= 2 }
    return score
  }

  // MARK: Titles of several lines

  /// Returns the range of lines over which the chosen title is broken, at most three.
  func lines(around title: Int, before text: Int) -> ClosedRange<Int> {
    var best = (lines: title...title, quality: quality(of: title...title))
    for start in max(0, title - 2)...title {
      for end in title...min(title + 2, page.lines.count - 1)
      where (1...2).contains(end - start) && (end < text || end == title) {
        let lines = start...end
        guard lines.allSatisfy({ isPiece($0, of: title) }) else { continue }
        let quality = quality(of: lines)
        if quality > best.quality || quality == best.quality && lines.count < best.lines.count {
          best = (lines, quality)
        }
      }
    }
    return best.lines
  }

  /// Returns a score for lines being one whole title: agreement with the metadata, a final word
  /// such as 通知, and an issuer before 关于.
  private func quality(of lines: ClosedRange<Int>) -> Int {
    let joined = lines.map { page.lines[$0].line.text }.joined()
    var quality = titles.agreement(of: joined) >= 5 ? 5 : 0
    if TitleLine(String(joined.suffix(40))) != nil { quality += 2 }
    if !joined.hasPrefix("关于"), !joined.hasPrefix("《") { quality += 1 }
    if joined.hasSuffix("的") || joined.hasSuffix("关于印发") { quality -= 2 }
    return quality
  }

  /// Returns true if a line is formatted like the chosen one and is in the same element.
  private func isPiece(_ place: Int, of title: Int) -> Bool {
    if place == title { return true }
    let (entry, chosen) = (page.lines[place], page.lines[title])
    return entry.line.chrome == nil && entry.element == chosen.element
      && entry.line.role == chosen.line.role && entry.linkLetters == 0
      && entry.isEmphasized == chosen.isEmphasized
      && (entry.isEmphasized || entry.line.role != .text) && blocks.prose[place] < 25
      && !blocks.isAboutPage[place] && !entry.line.text.hasPrefix("—")
      && !entry.line.text.hasSuffix("文件")
      && entry.line.text.last.map { !"。，：；".contains($0) } ?? false
  }
}
