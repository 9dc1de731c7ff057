import TextAnalysis

/// Cuts the lines of a source into its reports, and takes off what belongs to the page.
///
/// A source holds one report, or several under titles of their own. What a line that reads like a
/// title means depends on what stood before it:
///
/// | Before it                                | The line                    | It is                       |
/// |------------------------------------------|-----------------------------|-----------------------------|
/// | nothing but the page                     | any title                   | the report's title          |
/// | a title without text below it            | another title               | the title; that was the page's |
/// | text under the same title                | the title with its year     | a heading of the report     |
/// | text under the same title, numbered 一…五 | the same title, then 一、 again | a new report             |
/// | text under the same title                | the same title              | the title once more         |
/// | text under another title                 | a report of some office     | a new report                |
enum ReportSplitter {
  /// Returns the reports and the removed lines, both in the order of the source.
  ///
  /// - Parameter untitled: The title of a report in which no line is one.
  static func split(
    _ lines: [SourceLine], untitled: String
  ) -> (reports: [Report], removed: [RemovedLine]) {
    var splitting = Splitting(lines: lines, untitled: untitled)
    for index in lines.indices { splitting.take(index) }
    splitting.endReport()
    return (splitting.reports, splitting.removed.sorted { $0.lineNumber < $1.lineNumber })
  }
}

/// The state between two lines.
private struct Splitting {
  private(set) var reports: [Report] = []
  private(set) var removed: [RemovedLine] = []

  private let lines: [SourceLine]
  private let untitled: String
  private let titles: [TitleLine?]
  private let marksHeadings: Bool

  private var current: [Headings.Line] = []
  private var title: (line: TitleLine, text: String)?
  private var titlePlace: Int?
  private var lastOrdinal = 0
  private var publishDate: CalendarDate?

  init(lines: [SourceLine], untitled: String) {
    self.lines = lines
    self.untitled = untitled
    marksHeadings = lines.contains { $0.role == .heading(level: 1) }
    titles =
      marksHeadings
      ? lines.map { _ in nil }
      : lines.map { line in
        line.role == .row ? nil : TitleLine(line.text)
      }
  }

  private var hasText: Bool { current.contains { !$0.isTitle } }

  mutating func take(_ index: Int) {
    let line = lines[index]
    if line.isLinks {
      remove(line, because: .navigation)
    } else if line.role != .row,
      let reason = PageChrome.reason(for: line.text, isBeforeText: reports.isEmpty && !hasText)
    {
      if reason == .publication, publishDate == nil {
        publishDate = PublicationLine.date(in: line.text)
      }
      remove(line, because: reason)
    } else if marksHeadings, line.role == .heading(level: 1) {
      takeMarkedTitle(line)
    } else if let title = titles[index] {
      takeTitle(title, at: index)
    } else {
      append(line)
    }
  }

  mutating func endReport() {
    guard !current.isEmpty else { return }
    if title == nil, titlePlace == nil { findTitle() }
    let paragraphs = Headings.paragraphs(of: current)
    let title = title?.text ?? titlePlace.map { current[$0].line.text } ?? untitled
    reports.append(
      Report(
        part: reports.count + 1, title: title, year: TitleYear.year(ofTitle: title),
        publishDate: publishDate, paragraphs: paragraphs))
    current = []
    self.title = nil
    titlePlace = nil
    lastOrdinal = 0
  }

  /// A page that marks its headings says itself what its title is: the first of level 1.
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
    if new.announcesSeveral,
      titles[(index + 1)...].contains(where: { $0?.announcesSeveral == false })
    {
      remove(line, because: .pageTitle)
    } else if let old = title?.line {
      if hasText {
        takeTitleBelowText(new, old, at: index)
      } else if new.key == old.key || new.namesIssuer || !old.namesIssuer {
        let page = current.remove(at: titlePlace!).line
        remove(page, because: new.key == old.key ? .repeatedTitle : .pageTitle)
        begin(new, line)
      } else {
        append(line)
      }
    } else if !hasText || !new.hasFullStop && current.count <= 5 && isShort {
      begin(new, line)
    } else {
      append(line)
    }
  }

  private mutating func takeTitleBelowText(_ new: TitleLine, _ old: TitleLine, at index: Int) {
    let line = lines[index]
    if new.folded == old.folded {
      if numberingRestarts(behind: index) {
        endReport()
        begin(new, line)
      } else {
        remove(line, because: .repeatedTitle)
      }
    } else if new.key == old.key {
      current.append(Headings.Line(line: line, isReturningTitle: true))
      if TitleYear.year(ofTitle: title!.text).year == nil { title!.text = line.text }
    } else if new.isReport, new.namesIssuer, !new.hasFullStop, !new.announcesSeveral {
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

  /// Whether the lines so far are the head of a document: its number, its sender.
  private var isShort: Bool { current.allSatisfy { $0.line.text.unicodeScalars.count <= 40 } }

  /// Whether the numbers 一、 二、 begin again below a line, before the next title.
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

  /// A report without a line that reads like a title: its first line, if that is short and no sentence.
  private mutating func findTitle() {
    let first = current[0].line
    let marks: Set<Character> = ["。", "，", "；", "：", "！", "？", ",", ";", ":", "!", "?"]
    guard first.text.unicodeScalars.count <= TitleLine.longest, first.role != .row,
      let last = first.text.last, !marks.contains(last), HeadingMarker(startOf: first.text) == nil
    else { return }
    current[0].isTitle = true
    titlePlace = 0
  }
}
