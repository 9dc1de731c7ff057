/// Reference implementation of folding: passes over the whole text until nothing changes.
///
/// It is slow and simple. It folds texts in which characters depend on their neighbours. The tests
/// compare the fast implementation with it.
enum FoldingPasses {
  /// A character and the byte range of its source in the original.
  struct Character: Hashable {
    var scalar: UInt32
    var start: Int
    var end: Int
  }

  /// Returns the folded characters of UTF-8 text.
  static func folded(_ text: UnsafeBufferPointer<UInt8>) -> [Character] {
    var characters: [Character] = []
    characters.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let (scalar, length) = decodeScalar(text, at: index)
      characters.append(Character(scalar: scalar, start: index, end: index + length))
      index += length
    }
    while true {
      let following = pass(characters)
      if following.elementsEqual(characters, by: { $0.scalar == $1.scalar }) { return following }
      characters = following
    }
  }

  /// Performs one pass: invisible characters, NFKC, case, script, variants and marks, white space.
  private static func pass(_ characters: [Character]) -> [Character] {
    let table = NormalizationTable.shared
    let visible = characters.filter { !table.invisible.contains($0.scalar) }
    let normalized = Normalization.nfkc(visible)
    var folded: [Character] = []
    folded.reserveCapacity(normalized.count)
    for character in normalized {
      for scalar in table.caseFoldings[character.scalar] ?? [character.scalar] {
        var mapped = character
        let simplified = table.simplifications[scalar] ?? scalar
        mapped.scalar = mark(table.standardizations[simplified] ?? simplified)
        folded.append(mapped)
      }
    }
    for index in folded.indices.dropFirst().dropLast()
    where MiddleDot.isPossible(folded[index].scalar)
      && MiddleDot.canJoin(folded[index - 1].scalar) && MiddleDot.canJoin(folded[index + 1].scalar)
    {
      folded[index].scalar = MiddleDot.scalar
    }
    return withoutNeedlessSpace(folded)
  }

  /// Unifies double quotation marks and middle dots.
  private static func mark(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x201C...0x201F, 0x300C...0x300F, 0x301D...0x301F: 0x22
    case 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: MiddleDot.scalar
    default: scalar
    }
  }

  /// Drops white space at the ends and next to non-ASCII characters. Other runs become one space.
  private static func withoutNeedlessSpace(_ characters: [Character]) -> [Character] {
    let whiteSpace = NormalizationTable.shared.whiteSpace
    var kept: [Character] = []
    kept.reserveCapacity(characters.count)
    var run: Character?
    for character in characters {
      if whiteSpace.contains(character.scalar) {
        run = Character(
          scalar: 0x20, start: min(run?.start ?? character.start, character.start),
          end: max(run?.end ?? character.end, character.end))
        continue
      }
      if let space = run, let previous = kept.last, previous.scalar < 0x80, character.scalar < 0x80
      {
        kept.append(space)
      }
      run = nil
      kept.append(character)
    }
    return kept
  }
}
