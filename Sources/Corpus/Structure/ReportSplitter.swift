import TextAnalysis

/// Splits the lines of a source into reports and removes boilerplate.
///
/// A source contains one report, or several under titles of their own. The meaning of a line that
/// reads like a title depends on the preceding lines:
///
/// | Preceding lines                           | The line                        | Meaning                      |
/// |-------------------------------------------|---------------------------------|------------------------------|
/// | only boilerplate                          | any title                       | the report's title           |
/// | a title without a year, without text      | another title                   | the title; the first was the page's |
/// | text under the same title                 | the title with its year         | a heading of the report      |
/// | text under the title of another year      | the title with its year         | a new report                 |
/// | text under the same title, numbered 一…五 | the same title, then 一、 again | a new report                 |
/// | text under the same title                 | the same title                  | a repeated title             |
/// | text under another title                  | a report title with an issuer   | a new report                 |
/// | text                                      | `第二篇:` and a title           | a new report                 |
enum ReportSplitter {
  /// Returns the reports and the removed lines, both in the order of the source.
  ///
  /// - Parameters:
  ///   - document: The lines of the source.
  ///   - untitled: The title of a report without a title line.
  ///   - firstPart: The part number of the first report.
  static func split(
    _ document: SourceDocument, untitled: String, firstPart: Int = 1
  ) -> (reports: [Report], removed: [RemovedLine]) {
    var splitting = Splitting(document, untitled: untitled)
    for index in document.lines.indices { splitting.take(index) }
    splitting.endReport()
    let isAlone = splitting.reports.count == 1
    let metadata = isAlone ? document.metadata : document.metadata.ofSeveralReports
    let reports = splitting.reports.enumerated().map { place, report in
      Report(
        part: firstPart + place,
        head: ReportHead(
          title: report.title, isTitled: report.isTitled, publishDate: report.publishDate,
          metadata: metadata), paragraphs: report.paragraphs)
    }
    return (reports, splitting.removed.sorted { $0.lineNumber < $1.lineNumber })
  }
}

/// The state of the splitter between two lines.
private struct Splitting {
  struct SplitReport {
    let title: String
    let isTitled: Bool
    let publishDate: CalendarDate?
    let paragraphs: [Paragraph]
  }

  private(set) var reports: [SplitReport] = []
  private(set) var removed: [RemovedLine] = []

  private let lines: [SourceLine]
  private let untitled: String
  /// True if ``untitled`` is the document's own title.
  private let isTitleKnown: Bool
  private let titles: [TitleLine?]
  /// The index of the last title that does not announce several reports; -1 if there is none.
  private let lastPlainTitle: Int

  private var current: [Headings.Line] = []
  private var title: (line: TitleLine, text: String)?
  private var titlePlace: Int?
  private var lastOrdinal = 0
  private var publishDate: CalendarDate?

  init(_ document: SourceDocument, untitled: String) {
    lines = document.lines
    self.untitled = document.title ?? untitled
    isTitleKnown = document.isTitleKnown
    publishDate = document.metadata.date
    titles = lines.map { line in
      guard line.role != .row, !line.isLinks, let title = TitleLine(line.text) else { return nil }
      return line.hasTab ? nil : title
    }
    lastPlainTitle = titles.lastIndex { $0?.announcesSeveral == false } ?? -1
  }

  private var hasText: Bool { current.contains { !$0.isTitle } }

  mutating func take(_ index: Int) {
    let line = lines[index]
    if let reason = line.chrome {
      if reason == .publication { notePublication(line) }
      remove(line, because: reason)
    } else if line.isLinks {
      remove(line, because: .navigation)
    } else if line.role != .row,
      let reason = PageChrome.reason(for: line.text, isBeforeText: reports.isEmpty && !hasText)
    {
      if reason == .publication { notePublication(line) }
      remove(line, because: reason)
    } else if let title = titles[index] {
      takeTitle(title, at: index)
    } else if line.role == .heading(level: 1) || line.role == .title {
      takeMarkedTitle(line)
    } else {
      append(line)
    }
  }

  private mutating func notePublication(_ line: SourceLine) {
    if publishDate == nil { publishDate = PublicationLine.date(in: line.text) }
  }

  mutating func endReport() {
    guard !current.isEmpty else { return }
    let isTitled = titlePlace != nil || isTitleKnown
    if !isTitled { findTitle() }
    reports.append(
      SplitReport(
        title: title?.text ?? titlePlace.map { current[$0].line.text } ?? untitled,
        isTitled: isTitled, publishDate: publishDate, paragraphs: Headings.paragraphs(of: current)))
    current = []
    self.title = nil
    titlePlace = nil
    lastOrdinal = 0
  }

  /// Takes a line that the source marks as title or first-level heading.
  ///
  /// The first such line above the text becomes the title. A line directly below that reads more
  /// like a title can replace it.
  private mutating func takeMarkedTitle(_ line: SourceLine) {
    if titlePlace == nil, !hasText {
      titlePlace = current.count
      current.append(Headings.Line(line: line, isTitle: true))
    } else {
      append(line)
    }
  }

  private mutating func takeTitle(_ new: TitleLine, at index: Int) {
    let line = lines[index]
    if new.announcesSeveral, index < lastPlainTitle {
      remove(line, because: .pageTitle)
    } else if hasText {
      takeTitleBelowText(new, at: index)
    } else if let place = titlePlace {
      takeTitleBelowTitle(new, line, at: place)
    } else {
      begin(new, line)
    }
  }

  /// Takes a title that follows another title without text between them.
  ///
  /// The new title replaces the old one in three cases: the old one does not read like a title;
  /// they agree except for the year; or the old one has no year, and either the new one names an
  /// issuer or the old one does not. A title with a year is not replaced by the same title without
  /// one.
  private mutating func takeTitleBelowTitle(_ new: TitleLine, _ line: SourceLine, at place: Int) {
    let old = title?.line
    // Lines below the title that the page marks only read like one.
    if current[place].line.role == .title, !new.beginsPart, old?.key != new.key,
      old?.announcesSeveral != true
    {
      return append(line)
    }
    if let old, new.key == old.key, old.year != nil, new.year == nil {
      remove(line, because: .repeatedTitle)
    } else if old == nil || old?.key == new.key
      || old?.year == nil && (new.namesIssuer || old?.namesIssuer == false)
    {
      let page = current.remove(at: place).line
      remove(page, because: new.key == old?.key ? .repeatedTitle : .pageTitle)
      begin(new, line)
    } else {
      append(line)
    }
  }

  private mutating func takeTitleBelowText(_ new: TitleLine, at index: Int) {
    let line = lines[index]
    guard let old = title?.line else {
      // Only a document head, such as its number and sender, may precede the title.
      let isHead = titlePlace == nil && !new.hasFullStop && current.count <= 5 && isShort
      return isHead ? begin(new, line) : append(line)
    }
    let isSameYear = new.year == old.year || new.year == nil || old.year == nil
    if new.beginsPart {
      endReport()
      begin(new, line)
    } else if new.folded == old.folded {
      if numberingRestarts(behind: index) {
        endReport()
        begin(new, line)
      } else {
        remove(line, because: .repeatedTitle)
      }
    } else if new.key == old.key, isSameYear {
      current.append(Headings.Line(line: line, isReturningTitle: true))
      if TitleYear.year(ofTitle: title!.text).year == nil { title!.text = line.text }
    } else if new.isReport, new.namesIssuer, !new.hasFullStop, !new.announcesSeveral,
      new.year != nil || new.isNamedForWork
    {
      endReport()
      begin(new, line)
    } else {
      append(line)
    }
  }

  private mutating func begin(_ new: TitleLine, _ line: SourceLine) {
    title = (new, line.text)
    titlePlace = current.count
    current.append(Headings.Line(line: line, isTitle: true))
  }

  private mutating func append(_ line: SourceLine) {
    if let marker = HeadingMarker(startOf: line.text), marker.form == .chinese {
      lastOrdinal = marker.ordinal
    }
    current.append(Headings.Line(line: line))
  }

  private mutating func remove(_ line: SourceLine, because reason: ChromeReason) {
    removed.append(RemovedLine(lineNumber: line.number, text: line.text, reason: reason))
  }

  /// True if the lines so far can be a document head, such as its number and sender.
  private var isShort: Bool { current.allSatisfy { $0.line.text.unicodeScalars.count <= 40 } }

  /// Returns true if the numbering 一、 二、 restarts below a line, before the next title.
  private func numberingRestarts(behind index: Int) -> Bool {
    guard lastOrdinal > 0 else { return false }
    for next in lines.indices[(index + 1)...] {
      if titles[next] != nil { return false }
      if let marker = HeadingMarker(startOf: lines[next].text), marker.form == .chinese {
        return marker.ordinal == 1
      }
    }
    return false
  }

  /// Takes the first line as the title if it is short and not a sentence. If the first line is an
  /// attachment number such as `附件1`, takes the second.
  private mutating func findTitle() {
    let place = current.count > 1 && Self.isAttachmentNumber(current[0].line.text) ? 1 : 0
    let first = current[place].line
    let marks: Set<Character> = ["。", "，", "；", "：", "！", "？", ",", ";", ":", "!", "?"]
    guard first.text.unicodeScalars.count <= TitleLine.longest, first.role != .row,
      !first.hasTab, let last = first.text.last, !marks.contains(last),
      HeadingMarker(startOf: first.text) == nil
    else { return }
    current[place].isTitle = true
    titlePlace = place
  }

  /// Returns true if a line is only an attachment number: `附件`, `附件1：`, `附件二`.
  private static func isAttachmentNumber(_ line: String) -> Bool {
    guard line.hasPrefix("附件") else { return false }
    return line.unicodeScalars.dropFirst(2).allSatisfy {
      ChineseNumeral.isNumeral($0) || $0 == "：" || $0 == ":" || $0 == " "
    }
  }
}
