import TextAnalysis

/// Finds the rows that belong to the pages and not to the text: headers, footers and page numbers.
///
/// A header or footer has the same text, except for digits, at the same height in the margin of
/// several pages. A page number is the outermost row. A bare number must increase with the pages,
/// because the last row of a table can be a number too.
enum RunningHeads {
  /// Returns the indices of these rows for each page.
  ///
  /// - Parameter rows: The rows of each page from top to bottom.
  static func places(in pages: [PageLayout], rows: [[BaselineRow]]) -> [Set<Int>] {
    var margins: [MarginRow] = []
    for (page, layout) in pages.enumerated() {
      margins += marginRows(of: rows[page], page: page, height: layout.height)
    }
    let recurring = recurring(margins, pageCount: pages.count)
    let counting = counting(margins, pageCount: pages.count)
    var places = pages.map { _ in Set<Int>() }
    for index in recurring { places[margins[index].page].insert(margins[index].row) }
    // Rows are visited from the edge inwards. A number is not a page number if there is text
    // between it and the edge.
    for (index, margin) in margins.enumerated() {
      guard let number = margin.number, !number.isBare || counting.contains(index) else { continue }
      let outer = margin.isTop ? 0..<margin.row : margin.row + 1..<rows[margin.page].count
      if outer.allSatisfy({ places[margin.page].contains($0) }) {
        places[margin.page].insert(margin.row)
      }
    }
    return places
  }

  /// A row in the upper or lower margin of a page.
  private struct MarginRow {
    let page: Int
    let row: Int
    let isTop: Bool
    let middle: Double
    /// The folded text with each run of digits as one 0, or `nil` if it is too short to be compared
    /// or too long.
    let key: String?
    let number: PageNumber?
  }

  /// The share of the page height that each margin may take.
  private static let marginShare = 0.15
  /// The maximum number of rows in a margin that can be headers or footers.
  private static let mostRows = 4

  /// Returns the rows in both margins, from the edge inwards.
  private static func marginRows(
    of rows: [BaselineRow], page: Int, height: Double
  ) -> [MarginRow] {
    let top = rows.indices.prefix(mostRows).filter { rows[$0].box.middle < height * marginShare }
    let bottom = rows.indices.suffix(mostRows).reversed().filter {
      rows[$0].box.middle > height * (1 - marginShare)
    }
    return top.map { marginRow(rows[$0], $0, page: page, isTop: true) }
      + bottom.map { marginRow(rows[$0], $0, page: page, isTop: false) }
  }

  private static func marginRow(
    _ row: BaselineRow, _ place: Int, page: Int, isTop: Bool
  ) -> MarginRow {
    let text = row.members.count <= 6 ? row.text : ""
    return MarginRow(
      page: page, row: place, isTop: isTop, middle: row.box.middle,
      // A row of more than two cells belongs to a table.
      key: row.cells.count <= 2 ? key(of: text) : nil, number: PageNumber(text))
  }

  private static func key(of text: String) -> String? {
    guard text.utf8.count <= 400 else { return nil }
    var letterCount = 0
    var key = String.UnicodeScalarView()
    for scalar in FoldedText(text).string.unicodeScalars where scalar != " " {
      let isDigit = ("0"..."9").contains(scalar)
      if isDigit, key.last == "0" { continue }
      key.append(isDigit ? "0" : scalar)
      if scalar.properties.isAlphabetic { letterCount += 1 }
    }
    return letterCount >= 2 ? String(key) : nil
  }

  /// Returns the indices of rows with the same text at the same height on at least three pages, or
  /// on both pages of a document with two.
  private static func recurring(_ margins: [MarginRow], pageCount: Int) -> [Int] {
    let needed = min(max(pageCount, 2), 3)
    let groups = Dictionary(grouping: margins.indices.filter { margins[$0].key != nil }) {
      "\(margins[$0].isTop) \(margins[$0].key!)"
    }
    var recurring: [Int] = []
    for group in groups.values where group.count >= needed {
      let sorted = group.sorted { margins[$0].middle < margins[$1].middle }
      var start = 0
      for end in sorted.indices.dropFirst() + [sorted.endIndex] {
        if end < sorted.endIndex,
          margins[sorted[end]].middle - margins[sorted[end - 1]].middle < heightTolerance
        {
          continue
        }
        let level = sorted[start..<end]
        if Set(level.map { margins[$0].page }).count >= needed { recurring += level }
        start = end
      }
    }
    return recurring
  }

  /// The maximum difference in height of a header between two pages, in points.
  private static let heightTolerance = 6.0

  /// Returns the indices of numbers that increase with the pages: their difference to the page
  /// index is the same on at least two pages.
  private static func counting(_ margins: [MarginRow], pageCount: Int) -> Set<Int> {
    var groups: [Int: [Int]] = [:]
    for (index, margin) in margins.enumerated() {
      if let number = margin.number {
        groups[number.value - margin.page, default: []].append(index)
      }
    }
    var counting = Set<Int>()
    for (distance, group) in groups {
      let pages = Set(group.map { margins[$0].page }).count
      if pages >= 2 || (pageCount == 1 && distance == 1) { counting.formUnion(group) }
    }
    return counting
  }
}
