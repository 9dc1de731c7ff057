/// Finds the headings of a report and assigns each paragraph to its heading.
enum Headings {
  /// A line of a report with the decisions of the splitter.
  struct Line: Hashable {
    let line: SourceLine
    /// True if the line is the report's title.
    var isTitle = false
    /// True if the line repeats the title with its year. It is a heading above all others.
    var isReturningTitle = false
  }

  /// Returns the paragraphs of a report, one for each line, with their kinds and headings.
  ///
  /// A heading is a line that the source marks as one, or a short line that begins with a number
  /// and has no second sentence. A numbered line must also be followed by text that it can
  /// introduce, unless its form is `chinese` or higher and it does not end with punctuation.
  /// `2.规范招生` before a paragraph is a heading; `(三)召开了大会。` before `(四)` is not.
  static func paragraphs(of lines: [Line]) -> [Paragraph] {
    let signature = Signature.start(in: lines.map(\.line.text)) ?? lines.count
    let markers = lines.map { entry in
      entry.isTitle || entry.line.role == .row ? nil : HeadingMarker(startOf: entry.line.text)
    }
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(lines.count)
    /// The open headings, from the highest to the lowest, with the indices of their lines.
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

  /// Returns the kind of a line that is not a heading.
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

  /// Returns the rank of a heading, lower numbers for higher levels, or `nil` if the line is not a
  /// heading.
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

  /// Returns true if a line without a number opens a part, such as 今后五年的主要任务 or 关于外交工作.
  ///
  /// Such a line names a kind of section or begins with 关于. A paragraph or the first numbered
  /// heading follows it.
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
  /// The minimum length, in scalars, of the paragraph after a heading without a number.
  private static let leastParagraph = 40
  private static let marks = sentenceEnds.union(",，：:《》<>()（）【】—-".unicodeScalars)
  /// The maximum length of a numbered heading after its marker, in scalars.
  private static let longest = 40
  private static let sentenceEnds: Set<Unicode.Scalar> = ["。", "；", ";", "！", "!", "？", "?"]
}
