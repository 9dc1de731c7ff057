import TextAnalysis

/// The weight of each line of a page as part of its main text, and the blocks that are certainly not.
struct PageBlocks {
  /// The number of characters of prose of each line; 0 for others.
  private(set) var prose: [Int]
  /// The value that each line adds to the elements that contain it: prose is positive, links, buttons and words
  /// about the page are negative.
  private(set) var values: [Int]
  /// True for the lines of lists of other pages, of comments, and of forms.
  private(set) var isListed: [Bool]
  /// The line that agrees best with the page's metadata.
  private(set) var anchor: Int?
  /// True for the elements that are called something next to the text, or are in one that is.
  let isBeside: [Bool]

  private let page: Page
  /// True if most of the prose is below the title.
  private var isTextBelowAnchor = false
  /// True for short lines about the page, and for disclaimers.
  private(set) var isAboutPage: [Bool]
  private var isLabel: [Bool]
  private var isFoot: [Bool]
  /// The folded text of the lines that can be titles, without white space.
  private(set) var folded: [[UInt8]?]

  init(_ page: Page, titles: PageTitle) {
    self.page = page
    isListed = [Bool](repeating: false, count: page.lines.count)
    isAboutPage = isListed
    isLabel = isListed
    isFoot = isListed
    folded = [[UInt8]?](repeating: nil, count: page.lines.count)
    var isBeside: [Bool] = []
    isBeside.reserveCapacity(page.elements.count)
    for element in page.elements {
      isBeside.append(element.isBeside || element.parent.map { isBeside[$0] } ?? false)
    }
    self.isBeside = isBeside
    prose = []
    values = []
    for place in page.lines.indices { readWords(place) }
    prose = page.lines.indices.map { proseCount($0) }
    anchor = anchor(titles)
    markLists()
    if let anchor {
      let (above, below) = (freeProse(0..<anchor), freeProse(anchor..<page.lines.count))
      isTextBelowAnchor = above <= below * 3
    }
    values = page.lines.indices.map { value($0) }
  }

  /// The values with less weight for lists and links, for a page whose lists are inside the main text.
  var tolerantValues: [Int] {
    zip(values, isListed).map { $1 ? min(max($0, -2), 0) : max($0, -6) }
  }

  /// The number of characters of prose that can be the main text: below the title and in no list.
  var freeProse: Int { freeProse((anchor ?? 0)..<page.lines.count) }

  private func freeProse(_ lines: Range<Int>) -> Int {
    lines.reduce(0) { sum, place in
      isListed[place] || isBeside[page.lines[place].element] ? sum : sum + prose[place]
    }
  }

  /// The lines from which an element is evaluated, as sums up to each line.
  static func sums(of values: [Int]) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(values.count + 1)
    for value in values { sums.append(sums.last! + value) }
    return sums
  }

  // MARK: Lines

  /// Folds a line once for all that is read from its words.
  private mutating func readWords(_ place: Int) {
    let entry = page.lines[place]
    let text = entry.line.text
    let isLink = entry.linkLetters * 2 > entry.letters
    // Menus have hundreds of links, whose words say nothing.
    guard entry.line.chrome == nil, entry.letters <= 120, text.utf8.count <= 600,
      entry.letters >= (isLink ? 4 : 1),
      !isLink || entry.line.role != .text || entry.letters >= 8
        || entry.letters == 4
    else { return }
    let words = FoldedText(text)
    if entry.letters <= 40 { isLabel[place] = PageWords.isSectionLabel(words) }
    if entry.letters <= 80, entry.line.role != .row {
      folded[place] = PageTitle.withoutSpaces(words)
    }
    guard !isLink || entry.isAttachment else { return }
    isAboutPage[place] =
      entry.letters <= 60 && PageWords.areAboutPage(text, folded: words)
      || PageWords.areDisclaimer(words)
    isFoot[place] = entry.letters >= 6 && PageWords.areFoot(words)
  }

  private func proseCount(_ place: Int) -> Int {
    let entry = page.lines[place]
    guard entry.line.chrome == nil, entry.line.role == .text, !isAboutPage[place],
      entry.linkLetters * 2 <= entry.letters
    else { return 0 }
    let count = entry.letters - entry.linkLetters
    let text = entry.line.text.unicodeScalars
    if count >= 25 { return count }
    let isSentence = text.contains { Self.sentenceEnds.contains($0) }
    let isClause = count >= 12 && text.contains { $0 == "，" || $0 == "," }
    return isSentence || isClause || text.last == "：" ? count : 0
  }

  private static let sentenceEnds: Set<Unicode.Scalar> = ["。", "！", "？", "；", "!", "?"]

  private func value(_ place: Int) -> Int {
    let entry = page.lines[place]
    switch entry.line.chrome {
    case .hidden, .annotation: return 0
    case .some: return -5
    case nil: break
    }
    if entry.letters == 0 || entry.isAttachment { return 0 }
    if isListed[place] { return -6 }
    if isAboutPage[place] { return -20 }
    if entry.linkLetters * 2 > entry.letters {
      let isSentence = entry.letters >= 20 && entry.line.text.hasFullStop
      return isSentence ? entry.letters / 2 : -12 - min(entry.linkLetters, 100)
    }
    if entry.line.role == .row { return entry.linkLetters > 0 ? -10 : min(entry.letters / 2, 20) }
    // Items of lists and headings are short, and menus are shorter.
    guard prose[place] > 0 else { return entry.letters < 6 ? -3 : -1 }
    var value = prose[place]
    // Text above the title is rarely the article, unless there is more of it.
    if let anchor, place < anchor { value = isTextBelowAnchor ? -3 : value * 3 / 10 }
    return isBeside[page.lines[place].element] ? value / 4 : value
  }

  // MARK: The title

  private func anchor(_ titles: PageTitle) -> Int? {
    var best: (place: Int, score: Double)?
    for (place, entry) in page.lines.enumerated() {
      guard let folded = folded[place], entry.letters >= 4, !isAboutPage[place] else { continue }
      var score = titles.agreement(ofFolded: folded)
      if score < 3, let (_, title) = titles.withoutSection(entry.line.text) {
        score = titles.agreement(of: title)
      }
      guard score >= 3 else { continue }
      let isHeading = if case .heading = entry.line.role { true } else { false }
      score += isHeading ? 2 : entry.isEmphasized ? 1 : 0
      if entry.linkLetters * 2 > entry.letters { score -= isHeading ? 0 : 3 }
      if isBeside[entry.element] { score -= 1.5 }
      if score > best?.score ?? 0 { best = (place, score) }
    }
    guard let best, prose[best.place...].reduce(0, +) >= Self.leastProse else { return nil }
    return best.place
  }

  private static let leastProse = 40

  // MARK: Lists

  private mutating func markLists() {
    let sums = Self.sums(of: prose)
    func isFree(_ lines: Range<Int>) -> Bool {
      guard !lines.isEmpty else { return false }
      let inside = sums[lines.upperBound] - sums[lines.lowerBound]
      if let anchor {
        let after = sums[sums.count - 1] - sums[anchor]
        return !lines.contains(anchor)
          && (lines.upperBound <= anchor || after - inside >= Self.leastProse)
      }
      return inside * 2 <= sums[sums.count - 1]
    }
    // Ranges overlap: the number of those that begin and end at each line.
    var changes = [Int](repeating: 0, count: page.lines.count + 1)
    for lines in listElements() + labelledLines() + feet() where isFree(lines) {
      changes[lines.lowerBound] += 1
      changes[lines.upperBound] -= 1
    }
    var depth = 0
    for place in page.lines.indices {
      depth += changes[place]
      isListed[place] = depth > 0
    }
  }

  /// The lines of elements whose children begin with links: titles of other pages with their beginnings.
  private func listElements() -> [Range<Int>] {
    // The next line at or after each that is not hidden.
    var visible = [Int](repeating: page.lines.count, count: page.lines.count + 1)
    for place in page.lines.indices.reversed() {
      visible[place] = page.lines[place].line.chrome == nil ? place : visible[place + 1]
    }
    var children = [(all: Int, items: Int)](repeating: (0, 0), count: page.elements.count)
    for element in page.elements {
      guard let parent = element.parent, !element.lines.isEmpty else { continue }
      children[parent].all += 1
      let first = visible[element.lines.lowerBound]
      guard first < element.lines.upperBound, case let entry = page.lines[first],
        entry.letters >= 4,
        entry.linkLetters * 2 > entry.letters, !entry.isAttachment
      else { continue }
      children[parent].items += 1
    }
    // Advertisements between paragraphs do not make a list of them.
    var ownProse = [Int](repeating: 0, count: page.elements.count)
    for (place, entry) in page.lines.enumerated() { ownProse[entry.element] += prose[place] }
    return page.elements.indices.compactMap { place in
      let (all, items) = children[place]
      return items >= 3 && items * 10 >= all * 6 && ownProse[place] < Self.leastProse
        ? page.elements[place].lines : nil
    }
  }

  /// The lines of elements that directly contain a line of the page's foot.
  private func feet() -> [Range<Int>] {
    page.lines.indices.compactMap { place in
      let entry = page.lines[place]
      guard isFoot[place], !page.elements[entry.element].isWholePage else { return nil }
      return page.elements[entry.element].lines
    }
  }

  /// The lines below labels such as 相关新闻: the element that begins with the label, or what follows it in
  /// the element around.
  private func labelledLines() -> [Range<Int>] {
    let texts = TextsBelowLabels(page, prose: prose)
    return page.lines.indices.compactMap { place in
      let entry = page.lines[place]
      guard isLabel[place] else { return nil }
      var element = entry.element
      while let parent = page.elements[element].parent, !page.elements[parent].isWholePage,
        page.elements[parent].lines.lowerBound == place
      {
        element = parent
      }
      let lines = page.elements[element].lines
      if lines.lowerBound == place, lines.count > 1 { return lines }
      guard lines.lowerBound == place else {
        return texts.removed(from: place..<max(lines.upperBound, place + 1))
      }
      let outer = page.elements[element].parent.map { page.elements[$0] }
      guard let outer, !outer.isWholePage else { return place..<(place + 1) }
      return texts.removed(from: place..<outer.lines.upperBound)
    }
  }
}

/// Tells where the text goes on below labels that are among its paragraphs.
private struct TextsBelowLabels {
  private let page: Page
  private let prose: [Int]
  /// The last line up to each that is a link or hidden; -1 if there is none.
  private let lastLinks: [Int]
  /// The number of sentences before each line.
  private let sentences: [Int]

  init(_ page: Page, prose: [Int]) {
    self.page = page
    self.prose = prose
    var last = -1
    lastLinks = page.lines.indices.map { place in
      let entry = page.lines[place]
      let isPlain =
        entry.line.chrome == nil && entry.letters > 0 && entry.linkLetters * 2 <= entry.letters
      if !isPlain { last = place }
      return last
    }
    sentences = PageBlocks.sums(of: prose.map { $0 >= 20 ? 1 : 0 })
  }

  /// Returns the lines from a label on without those with which the text goes on below the last link. A
  /// single sentence there, or one below each link, is the beginning of that page.
  func removed(from lines: Range<Int>) -> Range<Int> {
    let end = max(lastLinks[lines.upperBound - 1] + 1, lines.lowerBound + 1)
    let rest = sentences[lines.upperBound] - sentences[end]
    // Without any link, the label is the head of comments.
    guard rest > 0, end > lines.lowerBound + 1 else { return lines }
    let isBelowLink = page.lines[end - 1].line.chrome == nil
    let haveBeginnings = sentences[end] > sentences[lines.lowerBound]
    return isBelowLink && (haveBeginnings || rest == 1 && prose[end] > 0)
      ? lines : lines.lowerBound..<end
  }
}
