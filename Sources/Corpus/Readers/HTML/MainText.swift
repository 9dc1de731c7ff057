/// Separates the main text of a web page from what is around it.
///
/// Each line has a value: its characters if it is prose, a negative number if it is a link, a button or
/// about the page (``PageBlocks``). The main text is the element whose lines have the largest sum: an
/// element around it would add menus and lists, an element in it would miss paragraphs. In that element,
/// metadata above the first sentence and offers of the page below the last are taken off, and lists of
/// other pages between. What is taken off is kept as a ``RemovedLine``.
///
/// A page without prose, such as a list of links, is left as it is.
enum MainText {
  /// Returns the lines of a page with those around the main text marked, its title and its date.
  static func document(of page: Page) -> SourceDocument {
    let titles = PageTitle(page.head)
    let blocks = PageBlocks(page, titles: titles)
    var marking = Marking(page: page, blocks: blocks, titles: titles)
    marking.mark()
    var document = SourceDocument(lines: marking.page.lines.map(\.line))
    document.title = page.head.mainTitle
    document.isTitleKnown = !marking.hasTitleLine && page.head.namesDocument
    document.metadata.date = page.head.publishDate ?? marking.publishDate
    document.metadata.publisher = page.head.contentSource
    document.metadata.url = page.head.url
    document.incompleteness = HTMLFrames.incompleteness(of: page, isInMain: marking.isInMain)
    return document
  }
}

/// The state while the lines around the main text are marked.
private struct Marking {
  private(set) var page: Page
  let blocks: PageBlocks
  let titles: PageTitle
  /// The publication date that a line next to the text says.
  private(set) var publishDate: CalendarDate?

  /// The lines of the main element.
  private var main = 0..<0
  /// The first and the last sentence in it.
  private var first = 0
  private var last = 0
  private var title: Int?
  /// True if a line of the page is its title.
  var hasTitleLine: Bool { title != nil }
  /// The lines that the title is broken over.
  private var titleLines = 0..<0
  /// True for the main element, those around it, and those in it.
  private var isAroundMain: [Bool] = []
  /// Empty if the page has no main element.
  private(set) var isInMain: [Bool] = []
  /// The end of the attachments that follow the main text.
  private var appendedEnd = 0
  /// For each element outside the main one, the outermost block around it that is outside too.
  private var blockAround: [Int] = []
  /// For blocks outside the main text: true if a block contains nothing but text.
  private var separateBlocks: [Int: Bool] = [:]

  init(page: Page, blocks: PageBlocks, titles: PageTitle) {
    self.page = page
    self.blocks = blocks
    self.titles = titles
  }

  mutating func mark() {
    guard let element = mainElement() else {
      first = page.lines.count
      findTitle()
      return markTitle()
    }
    main = page.elements[element].lines
    let sentences = main.filter { blocks.prose[$0] > 0 && !blocks.isListed[$0] }
    first = sentences.first ?? main.lowerBound
    last = sentences.last ?? main.lowerBound
    findTitle()
    publishDate = PublicationDate(page: page, title: title, text: first, end: last).date
    noteElements(around: element)
    let besideElements = besideElements(in: element)
    var isEnded = false
    for place in page.lines.indices where page.lines[place].line.chrome == nil {
      if titleLines.contains(place) { continue }
      guard main.contains(place) else {
        let isKept =
          place >= main.upperBound
          ? place < appendedEnd || isLateText(place)
          : title.map { place > $0 } ?? false && isEarlyText(place)
        if !isKept { markAround(place) }
        continue
      }
      if place > last, !isEnded { isEnded = endsText(place) }
      let entry = page.lines[place]
      if PageWords.arePageNumber(entry.line.text) {
        mark(place, as: .runningHead)
      } else if entry.linkLetters * 2 > entry.letters, !entry.isAttachment,
        PageWords.areOffer(entry.line.text)
      {
        mark(place, as: .related)
      } else if isEnded || blocks.isListed[place]
        || besideElements.contains(page.lines[place].element)
      {
        markAround(place)
      } else if place < first {
        markAbove(place)
      }
    }
    markTitle()
  }

  private mutating func findTitle() {
    let choice = PageTitleChoice(page: page, blocks: blocks, titles: titles)
    guard let place = choice.title(before: first) else { return }
    let lines = choice.lines(around: place, before: first)
    title = lines.lowerBound
    titleLines = Range(lines)
  }

  private mutating func noteElements(around main: Int) {
    isAroundMain = [Bool](repeating: false, count: page.elements.count)
    isInMain = isAroundMain
    var next: Int? = main
    while let place = next {
      isAroundMain[place] = true
      next = page.elements[place].parent
    }
    isInMain[main] = true
    for place in page.elements.indices.dropFirst(main + 1) {
      guard let parent = page.elements[place].parent, isInMain[parent] else { break }
      isInMain[place] = true
    }
    blockAround = Array(page.elements.indices)
    for (place, element) in page.elements.enumerated() {
      if let parent = element.parent, !isAroundMain[parent] {
        blockAround[place] = blockAround[parent]
      }
    }
    appendedEnd = self.main.upperBound
    while appendedEnd < page.lines.count, isAppended(appendedEnd) { appendedEnd += 1 }
  }

  // MARK: The main element

  /// The value below which a page has no main text.
  private static let leastValue = 20
  /// An element around the main text that adds only so many lines, and no more than half, belongs to
  /// it: the signature is often there.
  private static let fewLines = 6

  private func mainElement() -> Int? {
    let best = mainElement(by: blocks.values)
    let bestProse = best.map { prose(of: $0) } ?? 0
    if bestProse * 2 >= blocks.freeProse { return best }
    // Lists of other pages can be inside the main text.
    guard let tolerant = mainElement(by: blocks.tolerantValues) else { return best }
    return prose(of: tolerant) >= bestProse * 2 ? tolerant : best
  }

  private func prose(of element: Int) -> Int {
    page.elements[element].lines.reduce(0) { blocks.isListed[$1] ? $0 : $0 + blocks.prose[$1] }
  }

  private func mainElement(by values: [Int]) -> Int? {
    let sums = PageBlocks.sums(of: values)
    var best: (element: Int, value: Int)?
    for (place, element) in page.elements.enumerated() {
      let value = sums[element.lines.upperBound] - sums[element.lines.lowerBound]
      // Of elements with the same lines, the innermost comes last.
      if value >= Self.leastValue, value >= best?.value ?? 0 { best = (place, value) }
    }
    guard var element = best?.element else { return nil }
    let lines = page.elements[element].lines
    while let parent = page.elements[element].parent, !page.elements[parent].isWholePage {
      let outer = page.elements[parent].lines
      let added = outer.count - lines.count
      guard added <= min(Self.fewLines, lines.count / 2 + 1),
        outer.allSatisfy({ lines.contains($0) || values[$0] >= -3 })
      else { break }
      element = parent
    }
    return element
  }

  /// The elements in the main one that are called something next to the text and hold little of it.
  private func besideElements(in main: Int) -> Set<Int> {
    let sums = PageBlocks.sums(of: blocks.prose)
    func prose(_ element: Int) -> Int {
      let lines = page.elements[element].lines
      return sums[lines.upperBound] - sums[lines.lowerBound]
    }
    let total = prose(main)
    var beside: Set<Int> = []
    for place in page.elements.indices.dropFirst(main + 1) {
      guard isInMain[place] else { break }
      let element = page.elements[place]
      let isNamedSo = element.isBeside && prose(place) * 10 < total * 3
      if isNamedSo || element.parent.map({ beside.contains($0) }) ?? false { beside.insert(place) }
    }
    return beside
  }

  // MARK: Lines

  /// True if a line below the last sentence is no longer text.
  private func endsText(_ place: Int) -> Bool {
    let entry = page.lines[place]
    if blocks.isAboutPage[place] { return !Signature.isDate(entry.line.text) }
    return !entry.isAttachment && entry.linkLetters * 2 > entry.letters
  }

  private mutating func markAbove(_ place: Int) {
    let entry = page.lines[place]
    if let title, place < title { return markAround(place) }
    if entry.linkLetters * 2 > entry.letters, !entry.isAttachment { return markAround(place) }
    let text = entry.line.text
    if blocks.isAboutPage[place] || PageWords.areByline(text) {
      mark(place, as: .publication)
    } else if let title, PageTitle.folded(text) == PageTitle.folded(page.lines[title].line.text) {
      mark(place, as: .repeatedTitle)
    } else if isSubtitle(place) {
      mark(place, as: .pageTitle)
    }
  }

  /// True if a line directly below the title continues it: `——以课后服务为突破口`. The subtitle of a speech says
  /// when it was given, and stays.
  private func isSubtitle(_ place: Int) -> Bool {
    let entry = page.lines[place]
    let text = entry.line.text
    guard let title, !text.contains("。") else { return false }
    guard text.hasPrefix("—") || text.hasPrefix("--") else {
      // A line that looks like the title above the element of the text.
      return entry.isEmphasized && place <= title + 2 && blocks.prose[place] == 0
        && entry.element != page.lines[first].element && HeadingMarker(startOf: text) == nil
        && TitleLine(text) == nil && text.last != "："
    }
    return !text.contains("会") && !text.contains("年")
  }

  /// True if a line below the text belongs to a list of attachments.
  private func isAppended(_ place: Int) -> Bool {
    let entry = page.lines[place]
    if entry.line.chrome != nil { return true }
    let text = entry.line.text
    return (entry.isAttachment || text.hasPrefix("附件") && text.unicodeScalars.count <= 40)
      && !PageWords.areAboutPage(text)
  }

  /// True if a line between the title and the main text is a sentence in an element of its own: a
  /// question that the text answers.
  private func isEarlyText(_ place: Int) -> Bool {
    let element = page.elements[page.lines[place].element]
    return blocks.prose[place] >= Self.leastEarlyText && !blocks.isBeside[page.lines[place].element]
      && element.lines.count <= Self.fewLines && element.lines.allSatisfy { blocks.values[$0] >= 0 }
      && !blocks.isListed[place]
  }

  /// True if a sentence below the main text is in a block of nothing but text.
  private mutating func isLateText(_ place: Int) -> Bool {
    let element = page.lines[place].element
    guard blocks.prose[place] > 0, !isAroundMain[element], !isInMain[element],
      !blocks.isBeside[element]
    else { return false }
    let block = blockAround[element]
    if let known = separateBlocks[block] { return known }
    let lines = page.elements[block].lines
    let isText =
      !blocks.isBeside[block]
      && lines.allSatisfy {
        blocks.values[$0] >= -3 && !blocks.isListed[$0] && page.lines[$0].linkLetters == 0
      } && lines.reduce(0) { $0 + blocks.prose[$1] } >= Self.leastLateText
    separateBlocks[block] = isText
    return isText
  }

  /// The number of characters of a sentence between the title and the text.
  private static let leastEarlyText = 20
  /// The number of characters of prose of a block below the text.
  private static let leastLateText = 60

  private mutating func markAround(_ place: Int) {
    let line = page.lines[place].line
    let reason = PageChrome.reason(for: line.text, isBeforeText: place < first)
    let isListed = blocks.isListed[place] && place > last
    mark(place, as: reason ?? (isListed ? .related : line.isLinks ? .navigation : .surroundings))
  }

  private mutating func mark(_ place: Int, as reason: ChromeReason) {
    page.lines[place].line = page.lines[place].line.with(chrome: reason)
  }

  private mutating func markTitle() {
    guard let title else { return }
    let line = page.lines[title].line
    if let (section, text) = titles.withoutSection(line.text) {
      page.lines[title].line = SourceLine(number: line.number, text: text, role: .title)
      let removed = SourceLine(number: line.number, text: section, chrome: .navigation)
      page.lines.insert(Page.Line(line: removed, element: page.lines[title].element), at: title)
    } else {
      let text = titleLines.map { page.lines[$0].line.text }.joined()
      page.lines[title].line = SourceLine(number: line.number, text: text, role: .title)
      page.lines.removeSubrange((title + 1)..<titleLines.upperBound)
    }
  }
}
