/// Separates the main text of a web page from boilerplate.
///
/// Each line has a value: the number of its characters if it is prose, a negative number if it is a
/// link, a control or about the page (``PageBlocks``). The main text is the element with the
/// largest sum. An outer element would add menus and lists; an inner one would miss paragraphs. In
/// this element, metadata above the first sentence, page controls below the last one and lists of
/// other pages in between are removed. Each removed line is kept as a ``RemovedLine``.
///
/// A page without prose, such as a list of links, is left unchanged.
enum MainText {
  /// Returns the lines of a page with those around the main text marked, and its title and
  /// metadata.
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
    return document
  }
}

/// The state of marking the lines around the main text.
private struct Marking {
  private(set) var page: Page
  let blocks: PageBlocks
  let titles: PageTitle
  /// The publication date in a line near the text.
  private(set) var publishDate: CalendarDate?

  /// The range of the lines of the main element.
  private var main = 0..<0
  /// The indices of the first and last sentence in the main element.
  private var first = 0
  private var last = 0
  private var title: Int?
  /// True if a line of the page is the title.
  var hasTitleLine: Bool { title != nil }
  /// The range of the lines over which the title is broken.
  private var titleLines = 0..<0
  /// For each element, true if it is the main element or contains it.
  private var isAroundMain: [Bool] = []
  private var isInMain: [Bool] = []
  /// The end of the lines of attachments that follow the main text.
  private var appendedEnd = 0
  /// For each element, the outermost block that contains it but not the main element.
  private var blockAround: [Int] = []
  /// For each examined block outside the main text, true if it contains nothing but text.
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
    while appendedEnd < page.lines.count, isAppended(page.lines[appendedEnd]) { appendedEnd += 1 }
  }

  // MARK: The main element

  /// The minimum value of a main text.
  private static let leastValue = 20
  /// The maximum number of lines that an outer element may add to the main text. It may not add
  /// more than about half of the lines either. Such an element often contains the signature.
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

  /// Returns the elements inside the main one that are named as outside the main text and contain
  /// less than 30% of its prose.
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

  /// Returns true if a line below the last sentence no longer belongs to the text.
  private func endsText(_ place: Int) -> Bool {
    let entry = page.lines[place]
    if PageWords.areAboutPage(entry.line.text) { return !Signature.isDate(entry.line.text) }
    if PageWords.areDisclaimer(entry.line.text) { return true }
    return !entry.isAttachment && entry.linkLetters * 2 > entry.letters
  }

  private mutating func markAbove(_ place: Int) {
    let entry = page.lines[place]
    if let title, place < title { return markAround(place) }
    if entry.linkLetters * 2 > entry.letters, !entry.isAttachment { return markAround(place) }
    let text = entry.line.text
    if PageWords.areAboutPage(text) || PageWords.areByline(text) {
      mark(place, as: .publication)
    } else if let title, PageTitle.folded(text) == PageTitle.folded(page.lines[title].line.text) {
      mark(place, as: .repeatedTitle)
    } else if isSubtitle(place) {
      mark(place, as: .pageTitle)
    }
  }

  /// Returns true if a line directly below the title continues it: `——以课后服务为突破口`. The subtitle of a
  /// speech states its date, and is kept.
  private func isSubtitle(_ place: Int) -> Bool {
    let entry = page.lines[place]
    let text = entry.line.text
    guard let title, !text.contains("。") else { return false }
    guard text.hasPrefix("—") || text.hasPrefix("--") else {
      // A line that looks like the title and is not in the element of the text.
      return entry.isEmphasized && place <= title + 2 && blocks.prose[place] == 0
        && entry.element != page.lines[first].element && HeadingMarker(startOf: text) == nil
        && TitleLine(text) == nil && text.last != "："
    }
    return !text.contains("会") && !text.contains("年")
  }

  /// Returns true if a line below the text belongs to a list of attachments.
  private func isAppended(_ entry: Page.Line) -> Bool {
    if entry.line.chrome != nil { return true }
    let text = entry.line.text
    return (entry.isAttachment || text.hasPrefix("附件") && text.unicodeScalars.count <= 40)
      && !PageWords.areAboutPage(text)
  }

  /// Returns true if a line between the title and the main text is a sentence in an element of its
  /// own, such as a question that the text answers.
  private func isEarlyText(_ place: Int) -> Bool {
    let element = page.elements[page.lines[place].element]
    return blocks.prose[place] >= Self.leastEarlyText && !blocks.isBeside[page.lines[place].element]
      && element.lines.count <= Self.fewLines && element.lines.allSatisfy { blocks.values[$0] >= 0 }
      && !blocks.isListed[place]
  }

  /// Returns true if a sentence below the main text is in a block that contains nothing but text.
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

  /// The minimum number of characters of a sentence between the title and the text.
  private static let leastEarlyText = 20
  /// The minimum number of characters of prose in a block below the text.
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
