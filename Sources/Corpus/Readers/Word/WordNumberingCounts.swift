/// The counters of a document's lists, updated paragraph by paragraph.
struct WordNumberingCounts {
  /// The list definitions of the document.
  let numbering: WordNumbering

  /// The current counts of the nine levels, by ``WordNumbering/List/counts``; `nil` for a level
  /// that has not begun.
  private var counts: [Int: [Int?]] = [:]
  private var begun: Set<Beginning> = []

  private struct Beginning: Hashable {
    let list: Int
    let level: Int
  }

  /// Creates counters that have not begun.
  init(_ numbering: WordNumbering) { self.numbering = numbering }

  /// Counts a paragraph and returns its number as Word displays it, with the separating space.
  ///
  /// - Parameters:
  ///   - identifier: The list.
  ///   - place: The zero-based level.
  /// - Returns: The number, or an empty string if the level has none, as for bullets.
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
      // By default, a level restarts after a paragraph of any higher level. `restart` limits this
      // to some of them.
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

  /// The maximum length of a number in UTF-8 bytes. Longer texts are not numbers, and would let a
  /// small file produce a very large text.
  private static let longestByteCount = 100

  /// Full-width marks whose glyphs contain the space to the text, so that no space is added.
  private static let closings: Set<Character> = ["、", "）", "．", "。", "：", "】", "〕", "》"]
}

extension WordNumbering.List {
  /// Returns the first count of a level in this list.
  fileprivate func start(of place: Int) -> Int { starts[place] ?? levels[place]?.start ?? 1 }
}
