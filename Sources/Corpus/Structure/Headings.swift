/// Tells the headings of a report from its text, and which of them each paragraph stands under.
enum Headings {
  /// A line of a report with what is known about it.
  struct Line: Hashable {
    let line: SourceLine
    /// Whether the line is the report's title.
    var isTitle = false
    /// Whether the line is the title once more, with its year: a heading above all others.
    var isReturningTitle = false
  }

  /// A heading says what the lines below it are about: a marked or numbered line that is short, has no
  /// second sentence and, unless it is of the highest form and without a full stop, is followed by
  /// something that it can be the heading of. `2.规范招生` above a paragraph is one, `(三)召开了大会。`
  /// before `(四)` is not.
  static func paragraphs(of lines: [Line]) -> [Paragraph] {
    let signature = Signature.start(in: lines.map(\.line.text)) ?? lines.count
    let markers = lines.map { entry in
      entry.isTitle || entry.line.role == .row ? nil : HeadingMarker(startOf: entry.line.text)
    }
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(lines.count)
    /// The headings that are open, the highest first, by rank and place.
    var open: [(rank: Int, place: Int)] = []
    for (place, entry) in lines.enumerated() {
      if place >= signature {
        paragraphs.append(paragraph(entry.line, .signature, under: nil))
        continue
      }
      let next = place + 1 < signature ? (lines[place + 1], markers[place + 1]) : nil
      guard !entry.isTitle, let rank = rank(of: entry, marker: markers[place], before: next) else {
        paragraphs.append(
          paragraph(
            entry.line, kind(of: entry, marker: markers[place]),
            under: entry.isTitle ? nil : open.last?.place))
        continue
      }
      while let last = open.last, last.rank >= rank { open.removeLast() }
      paragraphs.append(paragraph(entry.line, .heading, under: open.last?.place))
      open.append((rank, place))
    }
    return paragraphs
  }

  /// What a line is that is no heading.
  private static func kind(of entry: Line, marker: HeadingMarker?) -> Paragraph.Kind {
    if entry.isTitle { return .title }
    if entry.line.role == .row { return .table }
    let isItem = entry.line.role == .listItem || marker.map { $0.form >= .arabic } ?? false
    return isItem ? .list : .body
  }

  private static func paragraph(
    _ line: SourceLine, _ kind: Paragraph.Kind, under heading: Int?
  ) -> Paragraph {
    Paragraph(
      text: line.text, kind: kind, heading: heading, lineNumber: line.number, page: line.page)
  }

  /// The rank of a heading, lower for higher ones, or `nil` if the line is none.
  private static func rank(
    of entry: Line, marker: HeadingMarker?, before next: (line: Line, marker: HeadingMarker?)?
  ) -> Int? {
    if entry.isReturningTitle { return -10 }
    if case .heading(let level) = entry.line.role { return level - 8 }
    guard let marker else { return isUnnumberedHeading(entry, before: next) ? -1 : nil }
    let text = entry.line.text.unicodeScalars.dropFirst(marker.characterCount)
    guard !text.isEmpty, text.count <= longest else { return nil }
    guard !text.dropLast().contains(where: { sentenceEnds.contains($0) }) else { return nil }
    let isSentence = sentenceEnds.contains(text.last!) || text.last! == "," || text.last! == "，"
    if !isSentence, marker.form <= .chinese { return marker.form.rawValue }
    guard let next, !next.line.isReturningTitle else { return nil }
    if let following = next.marker, following.form <= marker.form { return nil }
    if case .heading = next.line.line.role { return nil }
    return marker.form.rawValue
  }

  /// Whether a line without a number opens a part, as 今后五年的主要任务 and 关于外交工作 do: it says what the
  /// part is for, or begins with 关于, and a paragraph or the first numbered heading follows.
  private static func isUnnumberedHeading(
    _ entry: Line, before next: (line: Line, marker: HeadingMarker?)?
  ) -> Bool {
    let text = entry.line.text.unicodeScalars
    guard entry.line.role == .text, let next, next.line.line.role != .row,
      (4...longestUnnumbered).contains(text.count),
      !text.contains(where: { marks.contains($0) })
    else { return false }
    let following = next.line.line.text.unicodeScalars.count
    let opensPart =
      next.marker.map { $0.form <= .chinese && $0.ordinal == 1 } ?? (following >= leastParagraph)
    return opensPart
      && (text.starts(with: "关于".unicodeScalars)
        || SectionHeading.kind(of: entry.line.text, isHighest: false) != nil)
  }

  private static let longestUnnumbered = 24
  /// The number of characters of a paragraph that a line without a number can be the heading of.
  private static let leastParagraph = 40
  private static let marks = sentenceEnds.union(",，：:《》<>()（）【】—-".unicodeScalars)
  /// The number of characters behind its marker that no heading exceeds.
  private static let longest = 40
  private static let sentenceEnds: Set<Unicode.Scalar> = ["。", "；", ";", "！", "!", "？", "?"]
}
