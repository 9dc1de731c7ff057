/// Converts the positioned text of PDF pages into lines of text.
enum PDFText {
  /// Returns the lines of a document: paragraphs, table rows, and running heads.
  ///
  /// Every character of the pages except white space is in one of the lines. The exception is the
  /// hyphen at which a Latin word was broken. A running head between two lines of one paragraph
  /// follows that paragraph.
  ///
  /// - Complexity: O(*n* log *n*) in the number of words.
  static func lines(of pages: [PageLayout]) -> [SourceLine] { read(pages).lines }

  /// Returns the lines of a document, and the number of characters on each page without the running
  /// heads.
  static func read(_ pages: [PageLayout]) -> (lines: [SourceLine], characterCounts: [Int]) {
    let rows = pages.map { BaselineRow.rows(of: $0.pieces) }
    let heads = RunningHeads.places(in: pages, rows: rows)
    /// The running heads and text lines in page order; a text line is given by its index in `text`.
    var order: [Entry] = []
    var text: [TextLine] = []
    var counts: [Int] = []
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
      counts.append(body.reduce(0) { $0 + rows[$1].characterCount })
      for place in heads[page].sorted() where place > middle {
        order.append(.head(rows[place].text, page: number))
      }
    }
    TextFrames.set(in: &text)
    return (lines(in: order, of: text), counts)
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
