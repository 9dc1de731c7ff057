import TextAnalysis

/// Splits a word at its wildcards: `?`, `…` and `...`, which are operators only between literal
/// characters.
struct Wildcards {
  /// The strings between wildcards.
  private(set) var pieces: [String] = []
  /// The wildcards between them.
  private(set) var joints: [Pattern.Joint] = []
  /// Wildcards that were read as text.
  private(set) var notes: [QueryNote] = []

  /// Splits a word.
  init(_ characters: [QueryCharacter]) {
    var piece: [QueryCharacter] = []
    var place = 0
    while place < characters.count {
      let end = Self.end(ofSignsAt: place, in: characters)
      guard end > place else {
        piece.append(characters[place])
        place += 1
        continue
      }
      let rest = characters[end...].prefix { !Self.isSign($0) }
      if let joint = Self.joint(characters[place..<end]), !FoldedText(piece.text).isEmpty,
        !FoldedText(rest.text).isEmpty
      {
        pieces.append(piece.text)
        joints.append(joint)
        piece = []
      } else {
        let isFullWidthAtEnd = characters[place].scalar == "？" && (place == 0 || rest.isEmpty)
        let isDots = characters[place].scalar == "."
        if !isFullWidthAtEnd, !isDots || end - place == 3 {
          notes.append(
            QueryNote(
              .wildcard, sign: characters[place..<end].text,
              at: characters[place].place..<characters[end - 1].place + 1))
        }
        piece += characters[place..<end]
      }
      place = end
    }
    pieces.append(piece.text)
  }

  private static func isSign(_ character: QueryCharacter) -> Bool {
    !character.isText && "?？…".unicodeScalars.contains(character.scalar)
  }

  /// Returns the end of a run of wildcard characters, or of three or more dots; `start` if there is
  /// none.
  private static func end(ofSignsAt start: Int, in characters: [QueryCharacter]) -> Int {
    var end = start
    while end < characters.count, isSign(characters[end]) { end += 1 }
    guard end == start else { return end }
    while end < characters.count, characters[end].sign == ".", characters[end].scalar == "." {
      end += 1
    }
    return end - start > 2 ? end : start
  }

  private static func joint(_ signs: ArraySlice<QueryCharacter>) -> Pattern.Joint? {
    switch signs.text {
    case "…", "...": .gap
    case let text where text.unicodeScalars.allSatisfy({ $0 == "?" }):
      .anyCharacter(count: signs.count)
    default: nil
    }
  }
}
