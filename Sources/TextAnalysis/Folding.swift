extension FoldingBuffer {
  /// Folds a text: what the index and the query see of it.
  ///
  /// Folding makes one spelling of what readers take for the same: `Ｑ` and `q`, 輟 and 辍, `㈠` and
  /// `(一)`, text with and without a line break. It drops what nobody sees, applies NFKC, case
  /// folding and OpenCC's table of characters, replaces CJK radicals and variants of Hong Kong, Taiwan
  /// and Japan, makes all double quotation marks `"` and all middle dots `·`, and drops white space
  /// except a single space between two ASCII characters; and it repeats that until nothing changes.
  ///
  /// | Original | `ＱＱ群 里`      | `控輟保學`  | `㈠`     | `“双减”`  | `衞⽣`  |
  /// |----------|-------------------|-------------|----------|-----------|--------|
  /// | Folded   | `qq群里`          | `控辍保学`  | `(一)`   | `"双减"`  | `卫生` |
  ///
  /// - Parameter text: UTF-8; bytes that are none count as U+FFFD.
  /// - Complexity: O(*n*); many times slower for the whole of a text in which a combining character
  ///   stands.
  mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
    if !foldCharacterByCharacter(text) { foldInPasses(text) }
  }

  /// Folds a text whose characters do not depend on one another.
  ///
  /// - Returns: Whether that was so; if not, the buffer's content means nothing.
  private mutating func foldCharacterByCharacter(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let table = FoldingTable.shared
    removeAll(reservingCharacters: text.count + 1)
    var index = 0
    var previousIsASCII = false
    var space: Range<Int>?
    var previous: UInt32 = 0
    var dotIsPending = false
    while index < text.count {
      let (scalar, length) = decodeScalar(text, at: index)
      let start = index
      index &+= length
      let entry = table[scalar]
      var firstIsASCII = false
      var folded = scalar
      var expansion: UnsafeBufferPointer<UInt32>?
      if entry < FoldingTable.dropped {
        if entry != 0 { folded = entry }
        firstIsASCII = folded < 0x80
      } else {
        switch entry {
        case FoldingTable.dropped: continue
        case FoldingTable.whiteSpace:
          space = (space?.lowerBound ?? start)..<index
          continue
        case FoldingTable.inContext: return false
        default:
          let scalars = UnsafeBufferPointer(
            start: table.expansions + Int(entry & 0x1F_FFFF), count: Int(entry >> 21 & 0x7F))
          reserve(count + scalars.count + text.count - start + 1)
          firstIsASCII = scalars[0] < 0x80
          expansion = scalars
        }
      }
      if let run = space {
        space = nil
        if previousIsASCII, firstIsASCII, count > 0 {
          append(0x20, from: run.lowerBound, to: run.upperBound)
        }
      }
      let first = expansion?[0] ?? folded
      if dotIsPending {
        dotIsPending = false
        if MiddleDot.canJoin(first) { replaceLast(by: MiddleDot.scalar) }
      } else if MiddleDot.isPossible(first) {
        dotIsPending = expansion == nil && MiddleDot.canJoin(previous)
      }
      if let expansion {
        for scalar in expansion { append(scalar, from: start, to: index) }
        previous = expansion[expansion.count - 1]
        previousIsASCII = previous < 0x80
      } else {
        append(folded, from: start, to: index)
        previous = folded
        previousIsASCII = firstIsASCII
      }
    }
    return true
  }

  private mutating func foldInPasses(_ text: UnsafeBufferPointer<UInt8>) {
    let folded = FoldingPasses.folded(text)
    removeAll(reservingCharacters: folded.count)
    for character in folded {
      append(character.scalar, from: character.start, to: character.end)
    }
  }
}
