/// The characters of the codes of an encoding. Each encoding computes the index from its bytes.
///
/// The tables are built at their first use, in a few milliseconds, from string literals. Array
/// literals of this size would compile slowly.
struct CharacterTable: Sendable {
  let characters: [PackedUTF8]

  /// The codes of two bytes of GB 18030, see ``pairIndex(_:_:)``.
  static let gb18030Pairs = CharacterTable(pairs: GB18030Data.pairs)
  /// The codes of four bytes of GB 18030 below 90308130, counted from 81308130.
  static let gb18030FourBytes = CharacterTable(count: 39420, of: [(GB18030Data.fourBytes, { $0 })])
  /// The codes of two bytes of Big5, see ``pairIndex(_:_:)``.
  static let big5 = CharacterTable(pairs: Big5Data.pairs)
  /// The planes 1–15 of CNS 11643, each of 94 rows of 94 characters.
  static let eucTaiwan: CharacterTable = {
    let planes: [(Int, StaticString)] = [
      (1, EUCTaiwanData.plane1), (2, EUCTaiwanData.plane2), (3, EUCTaiwanData.plane3),
      (4, EUCTaiwanData.plane4), (5, EUCTaiwanData.plane5), (6, EUCTaiwanData.plane6),
      (7, EUCTaiwanData.plane7), (15, EUCTaiwanData.plane15),
    ]
    let words = planes.map { plane, words in
      (words, { code in planeIndex(plane, code >> 8, code & 0xFF) })
    }
    return CharacterTable(count: 15 * 94 * 94, of: words)
  }()

  /// The index of a lead byte 81–FE and a trail byte 40–FE.
  @inline(__always)
  static func pairIndex(_ lead: Int, _ trail: Int) -> Int { (lead - 0x81) * 191 + trail - 0x40 }

  /// The index of a character of a plane of EUC-TW; both bytes are A1–FE.
  @inline(__always)
  static func planeIndex(_ plane: Int, _ row: Int, _ column: Int) -> Int {
    ((plane - 1) * 94 + row - 0xA1) * 94 + column - 0xA1
  }

  private init(pairs words: StaticString) {
    self.init(count: 126 * 191, of: [(words, { Self.pairIndex($0 >> 8, $0 & 0xFF) })])
  }

  private init(count: Int, of tables: [(words: StaticString, index: (Int) -> Int)]) {
    var characters = [PackedUTF8](repeating: .none, count: count)
    for (words, index) in tables {
      for (code, character) in CharacterTableWords(words) { characters[index(code)] = character }
    }
    self.characters = characters
  }
}
