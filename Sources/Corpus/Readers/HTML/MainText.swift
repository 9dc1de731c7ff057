import TextAnalysis

/// Tells the main text of a web page from what stands around it.
///
/// The main text is the innermost element that holds four fifths of the page's prose. Prose is what is
/// no link and long enough to be a sentence. What stands outside is the page's, but for the title above
/// the text, and for lines of thirty characters or more that hold a full stop and lie in no element that
/// calls itself something beside the text (footer, comments). What is taken off is kept as a
/// ``RemovedLine``.
///
/// A page without prose, such as a list of links, is left as it is.
enum MainText {
  /// Marks the lines around the main text, and returns the place of its element, or `nil` if the page has
  /// no prose.
  static func mark(_ page: inout Page) -> Int? {
    let weights = page.lines.map { weight($0.line) }
    let beside = besideElements(of: page, weights)
    let (main, total) = mainElement(of: page, weights, beside)
    guard total >= leastProse else { return nil }
    let isInside = page.elements.indices.map { isElement($0, in: main, of: page) }
    let firstInside = page.lines.firstIndex { isInside[$0.element] } ?? 0
    markTitle(
      of: &page,
      before: weights.indices.first { isInside[page.lines[$0].element] && weights[$0] > 0 } ?? 0)
    for place in page.lines.indices {
      let (line, element) = (page.lines[place].line, page.lines[place].element)
      guard line.chrome == nil, !isInside[element] || beside.contains(element) else { continue }
      let isAbove = place < firstInside
      if line.role == .title || isAbove && !line.isLinks && TitleLine(line.text) != nil {
        continue
      } else if beside.contains(element) || !isSentence(line) {
        let reason = PageChrome.reason(for: line.text, isBeforeText: isAbove)
        page.lines[place].line = line.with(
          chrome: reason ?? (line.isLinks ? .navigation : .surroundings))
      }
    }
    return main
  }

  /// Marks the line above the text that the page's head tells as its title.
  private static func markTitle(of page: inout Page, before end: Int) {
    let place = page.lines[..<end].lastIndex {
      !$0.line.isLinks && $0.line.chrome == nil && page.head.isTitle($0.line.text)
    }
    if let place { page.lines[place].line = page.lines[place].line.with(role: .title) }
  }

  /// The share of the page's prose that the main text holds at least.
  private static let leastShare = 0.8
  /// The characters of the shortest line that is a paragraph of text wherever it stands.
  private static let shortestSentence = 30
  /// An element around the main text that adds only so many lines, and no more than half, belongs to
  /// it: who reports and when often stands there.
  private static let fewLines = 6
  /// The number of characters of prose without which a page has no main text.
  private static let leastProse = 200

  /// The number of characters of a line that is prose, else 0.
  private static func weight(_ line: SourceLine) -> Int {
    guard !line.isLinks, line.chrome == nil else { return 0 }
    let count = line.text.unicodeScalars.count
    return count >= 20 || line.text.hasSuffix("。") ? count : 0
  }

  /// Whether a line is a paragraph of text by itself, wherever it stands.
  private static func isSentence(_ line: SourceLine) -> Bool {
    !line.isLinks && line.text.unicodeScalars.count >= shortestSentence && line.text.contains("。")
  }

  /// The elements beside the text and what is in them. One that holds most of the page's prose is not
  /// beside it, whatever its name.
  private static func besideElements(of page: Page, _ weights: [Int]) -> Set<Int> {
    let sums = sums(of: page, weights)
    var beside: Set<Int> = []
    for (place, element) in page.elements.enumerated() {
      let isNamedSo = element.isBeside && Double(sums[place]) < leastShare * Double(sums[0])
      if isNamedSo || element.parent.map({ beside.contains($0) }) ?? false { beside.insert(place) }
    }
    return beside
  }

  private static func mainElement(
    of page: Page, _ weights: [Int], _ beside: Set<Int>
  ) -> (element: Int, prose: Int) {
    let counted = zip(page.lines, weights).map { beside.contains($0.element) ? 0 : $1 }
    let sums = sums(of: page, counted)
    var main = 0
    // An element stands behind the one around it, so that the innermost comes last.
    for place in page.elements.indices where Double(sums[place]) >= leastShare * Double(sums[0]) {
      main = place
    }
    let counts = self.sums(of: page, page.lines.map { beside.contains($0.element) ? 0 : 1 })
    let most = counts[main] + min(fewLines, counts[main] / 2)
    while let parent = page.elements[main].parent, !page.elements[parent].isWholePage,
      counts[parent] <= most
    {
      main = parent
    }
    return (main, sums[0])
  }

  /// The weights of the lines in each element and in the elements in it.
  private static func sums(of page: Page, _ weights: [Int]) -> [Int] {
    var sums = [Int](repeating: 0, count: page.elements.count)
    for (line, weight) in zip(page.lines, weights) { sums[line.element] += weight }
    for (place, element) in page.elements.enumerated().reversed() {
      if let parent = element.parent { sums[parent] += sums[place] }
    }
    return sums
  }

  static func isElement(_ element: Int, in outer: Int, of page: Page) -> Bool {
    var next: Int? = element
    while let place = next, place >= outer {
      if place == outer { return true }
      next = page.elements[place].parent
    }
    return false
  }
}
