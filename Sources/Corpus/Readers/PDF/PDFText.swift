/// Makes the text of a document of what stands where on its pages.
enum PDFText {
  /// Returns the lines of a document: paragraphs, rows of tables, and what belongs to the pages.
  ///
  /// Every character of the pages but white space is in one of them, hyphens aside at which a Latin word
  /// was broken. What belongs to a page between two lines of a paragraph follows the paragraph.
  ///
  /// - Complexity: O(*n* log *n*) in the number of words.
  static func lines(of pages: [PageLayout]) -> [SourceLine] {
    let rows = pages.map { BaselineRow.rows(of: $0.pieces) }
    let heads = RunningHeads.places(in: pages, rows: rows)
    /// What the pages hold: places in `text`, or heads.
    var order: [Entry] = []
    var text: [TextLine] = []
    for (page, rows) in rows.enumerated() {
      let body = rows.indices.filter { !heads[page].contains($0) }
      let middle = body.first ?? rows.endIndex
      let number = pages[page].number
      for place in heads[page].sorted() where place < middle {
        order.append(.head(rows[place].text, page: number))
      }
      for line in ReadingOrder.lines(of: body.map { rows[$0] }, page: number) {
        order.append(.line(text.count))
        text.append(line)
      }
      for place in heads[page].sorted() where place > middle {
        order.append(.head(rows[place].text, page: number))
      }
    }
    TextFrames.set(in: &text)
    return lines(in: order, of: text)
  }

  private enum Entry {
    case head(String, page: Int)
    case line(Int)
  }

  private static func lines(in order: [Entry], of text: [TextLine]) -> [SourceLine] {
    let paragraphs = ParagraphJoiner.paragraphs(of: text)
    var ends: [Int: Int] = [:]
    for paragraph in paragraphs { ends[paragraph.lowerBound] = paragraph.upperBound }
    var lines: [SourceLine] = []
    for entry in order {
      switch entry {
      case .head(let head, let page):
        lines.append(
          SourceLine(number: lines.count + 1, page: page, text: head, chrome: .runningHead))
      case .line(let start):
        guard let end = ends[start] else { continue }
        var paragraph = text[start].text
        for line in text[start + 1..<end] { LineText.append(line.text, to: &paragraph) }
        lines.append(
          SourceLine(
            number: lines.count + 1, page: text[start].page, text: paragraph,
            role: text[start].isRow ? .row : .text))
      }
    }
    return lines
  }
}
