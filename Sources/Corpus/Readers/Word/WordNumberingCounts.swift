/// Counts the numbered paragraphs of a document in their order.
struct WordNumberingCounts {
  /// The lists of the document.
  let numbering: WordNumbering

  /// The counts of the levels that are in use, by what ``WordNumbering/List/counts`` says.
  private var counts: [Int: [Int?]] = [:]
  private var begun: Set<Beginning> = []

  private struct Beginning: Hashable {
    let list: Int
    let level: Int
  }

  /// Begins to count.
  init(_ numbering: WordNumbering) { self.numbering = numbering }

  /// Counts a paragraph and returns its number as Word shows it before the text, with the space between
  /// them; empty if the level has none, as that of bullets.
  ///
  /// - Parameters:
  ///   - identifier: The list.
  ///   - place: The level from 0.
  mutating func nextNumber(inList identifier: Int, level place: Int) -> String {
    guard let list = numbering.list(identifier), list.levels.indices.contains(place),
      let level = list.levels[place]
    else { return "" }
    var counts = counts[list.counts] ?? Array(repeating: nil, count: WordNumbering.levelCount)
    let isFirst = begun.insert(Beginning(list: identifier, level: place)).inserted
    if isFirst, let start = list.starts[place] {
      counts[place] = start
    } else {
      counts[place] = counts[place].map { min($0, Int(Int32.max)) + 1 } ?? list.start(of: place)
    }
    for lower in (place + 1)..<max(WordNumbering.levelCount, place + 1) {
      // A level begins again below any higher one, unless it names the lowest that it heeds.
      if place < list.levels[lower]?.restart ?? lower { counts[lower] = nil }
    }
    self.counts[list.counts] = counts
    return number(of: level, in: list, counts)
  }

  private func number(
    of level: WordNumbering.Level, in list: WordNumbering.List, _ counts: [Int?]
  ) -> String {
    guard level.format != .bullet else { return "" }
    var text = ""
    for piece in level.pieces {
      switch piece {
      case .text(let literal): text += literal
      case .count(let place):
        guard let counted = list.levels[place] else { continue }
        let format = level.isLegal && counted.format != .none ? .decimal : counted.format
        let count = format.text(of: counts[place] ?? list.start(of: place))
        text += String(repeating: "0", count: max(counted.digitCount - count.utf8.count, 0)) + count
      }
    }
    guard text.utf8.count <= Self.longestByteCount else { return "" }
    guard let last = text.last, level.suffix != .nothing, !Self.closings.contains(last) else {
      return text
    }
    return text + " "
  }

  /// Longer texts are no numbers, and would multiply what a file says in few bytes.
  private static let longestByteCount = 100

  /// The marks that hold the distance to the text in themselves.
  private static let closings: Set<Character> = ["、", "）", "．", "。", "：", "】", "〕", "》"]
}

extension WordNumbering.List {
  /// The first count of a level in the list.
  fileprivate func start(of place: Int) -> Int { starts[place] ?? levels[place]?.start ?? 1 }
}
