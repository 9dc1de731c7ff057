extension FoldingBuffer {
  /// Folds a text to the form that the index and queries use.
  ///
  /// Folding unifies spellings that readers consider the same: `Ｑ` and `q`, 輟 and 辍, `㈠` and `(一)`,
  /// text with and without a line break. It performs these steps and repeats them until nothing
  /// changes:
  ///
  /// - It drops invisible characters.
  /// - It applies NFKC, case folding and OpenCC's character table.
  /// - It replaces CJK radicals and the variants of Hong Kong, Taiwan and Japan.
  /// - It replaces all double quotation marks by `"` and all middle dots by `·`.
  /// - It drops white space, except for a single space between two ASCII characters.
  ///
  /// | Original | `ＱＱ群 里`      | `控輟保學`  | `㈠`     | `“双减”`  | `衞⽣`  |
  /// |----------|-------------------|-------------|----------|-----------|--------|
  /// | Folded   | `qq群里`          | `控辍保学`  | `(一)`   | `"双减"`  | `卫生` |
  ///
  /// - Parameter text: UTF-8. Invalid bytes count as U+FFFD.
  /// - Complexity: O(*n*). A text with a combining character is folded many times more slowly.
  mutating func fold(_ text: UnsafeBufferPointer<UInt8>) {
    if !foldCharacterByCharacter(text) { foldInPasses(text) }
  }

  /// Folds a text whose characters do not depend on each other.
  ///
  /// - Returns: True on success. Otherwise, the content of the buffer is undefined.
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
