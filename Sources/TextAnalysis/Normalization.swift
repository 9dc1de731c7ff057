/// Normalization form KC with a mapping to the original.
///
/// Implements the Unicode Standard, section 3.11, with Hangul by section 3.12. Highlighting needs
/// the source of each normalized character, which no library known to us reports.
enum Normalization {
  /// Returns the text in normalization form KC. The source of a composed character spans those of
  /// its parts. Each part of a decomposed character has the whole source of that character.
  static func nfkc(_ characters: [FoldingPasses.Character]) -> [FoldingPasses.Character] {
    composed(ordered(decomposed(characters)))
  }

  private static func decomposed(
    _ characters: [FoldingPasses.Character]
  ) -> [FoldingPasses.Character] {
    let table = NormalizationTable.shared
    var parts: [FoldingPasses.Character] = []
    parts.reserveCapacity(characters.count)
    for character in characters {
      let scalars = table.decompositions[character.scalar] ?? Hangul.parts(of: character.scalar)
      for scalar in scalars {
        parts.append(.init(scalar: scalar, start: character.start, end: character.end))
      }
    }
    return parts
  }

  /// Sorts each run of combining characters stably into canonical order.
  private static func ordered(
    _ characters: [FoldingPasses.Character]
  ) -> [FoldingPasses.Character] {
    let classes = NormalizationTable.shared.combiningClasses
    var characters = characters
    var index = 0
    while index < characters.count {
      guard classes[characters[index].scalar] != nil else {
        index += 1
        continue
      }
      var end = index + 1
      while end < characters.count, classes[characters[end].scalar] != nil { end += 1 }
      let run = characters[index..<end].enumerated().sorted {
        (classes[$0.element.scalar]!, $0.offset) < (classes[$1.element.scalar]!, $1.offset)
      }
      characters.replaceSubrange(index..<end, with: run.map(\.element))
      index = end
    }
    return characters
  }

  private static func composed(
    _ characters: [FoldingPasses.Character]
  ) -> [FoldingPasses.Character] {
    let table = NormalizationTable.shared
    var result: [FoldingPasses.Character] = []
    result.reserveCapacity(characters.count)
    var starter: Int?
    var lastClass: UInt32 = 0
    for character in characters {
      let combiningClass = table.combiningClasses[character.scalar] ?? 0
      if let place = starter {
        let isBeside = place == result.count - 1
        let isReachable = isBeside || (lastClass != 0 && lastClass < combiningClass)
        if isReachable, let scalar = composite(result[place].scalar, character.scalar) {
          result[place].scalar = scalar
          result[place].start = min(result[place].start, character.start)
          result[place].end = max(result[place].end, character.end)
          continue
        }
      }
      if combiningClass == 0 { starter = result.count }
      lastClass = combiningClass
      result.append(character)
    }
    return result
  }

  private static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
    Hangul.syllable(first, second)
      ?? NormalizationTable.shared.compositions[NormalizationTable.pair(first, second)]
  }
}

/// Hangul syllables and their letters (jamo), computed arithmetically.
private enum Hangul {
  static func parts(of scalar: UInt32) -> [UInt32] {
    guard (0xAC00...0xD7A3).contains(scalar) else { return [scalar] }
    let syllable = scalar - 0xAC00
    let trailing = syllable % 28
    let parts = [0x1100 + syllable / 588, 0x1161 + syllable % 588 / 28]
    return trailing == 0 ? parts : parts + [0x11A7 + trailing]
  }

  static func syllable(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if (0x1100...0x1112).contains(first), (0x1161...0x1175).contains(second) {
      return 0xAC00 + (first - 0x1100) * 588 + (second - 0x1161) * 28
    }
    if (0xAC00...0xD7A3).contains(first), (first - 0xAC00) % 28 == 0,
      (0x11A8...0x11C2).contains(second)
    {
      return first + second - 0x11A7
    }
    return nil
  }
}
