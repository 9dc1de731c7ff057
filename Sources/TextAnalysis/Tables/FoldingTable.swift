/// The folding of each character by itself, as a two-stage lookup table.
///
/// Most characters fold to themselves or to one other, regardless of their neighbours. The entries
/// distinguish the other cases:
///
/// | Mark of the data | ``Entry``      | Example                                               |
/// |------------------|----------------|-------------------------------------------------------|
/// | none             | `0`            | 辍, `7`                                               |
/// | `=3BC`           | the scalar     | 輟 → 辍, `Ｑ` → `q`                                    |
/// | `=28+4E00+29`    | an expansion   | ㈠ → `(一)`                                            |
/// | `-`              | dropped        | U+200B                                                |
/// | `_`              | white space    | U+3000, `\n`                                          |
/// | `!`              | in context     | U+0301, which may compose with the preceding character |
///
/// A text with a character of the last kind is folded by ``FoldingPasses``, all others in a single
/// pass. The tests compare the two on every character of Unicode.
struct FoldingTable: @unchecked Sendable {
  /// The high bits give the kind of the entry. The low 21 bits are the scalar or the index of the
  /// expansion.
  typealias Entry = UInt32

  static let dropped: Entry = 1 << 28
  static let whiteSpace: Entry = 2 << 28
  static let inContext: Entry = 3 << 28
  /// Bits 21–27 are the number of scalars, bits 0–20 the index of the first one in ``expansions``.
  static let expansion: Entry = 4 << 28

  /// The shared table. It is built at its first use, in about two milliseconds, and never freed.
  static let shared = FoldingTable()

  /// The index of the block in ``entries`` for each 256 characters.
  private let blocks: UnsafePointer<UInt16>
  private let entries: UnsafePointer<Entry>
  /// The concatenated scalars of all expansions.
  let expansions: UnsafePointer<UInt32>

  /// Returns the entry of a scalar below U+110000.
  @inline(__always)
  subscript(scalar: UInt32) -> Entry {
    entries[Int(blocks[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
  }

  private init() {
    var blocks = [UInt16](repeating: 0, count: 0x1100)
    var entries = [Entry](repeating: 0, count: 256)
    var expansions: [UInt32] = []
    for word in TableWords(FoldingData.characters) {
      for key in word.keys {
        let block = Int(key >> 8)
        if blocks[block] == 0 {
          blocks[block] = UInt16(entries.count >> 8)
          entries.append(contentsOf: repeatElement(0, count: 256))
        }
        let entry: Entry
        switch word.mark {
        case UInt8(ascii: "-"): entry = Self.dropped
        case UInt8(ascii: "_"): entry = Self.whiteSpace
        case UInt8(ascii: "!"): entry = Self.inContext
        default:
          if word.values.count == 1 {
            entry = word.values[0] + (key - word.keys.lowerBound)
          } else {
            entry = Self.expansion | UInt32(word.values.count) << 21 | UInt32(expansions.count)
            expansions.append(contentsOf: word.values)
          }
        }
        entries[Int(blocks[block]) << 8 | Int(key & 0xFF)] = entry
      }
    }
    self.blocks = Self.kept(blocks)
    self.entries = Self.kept(entries)
    self.expansions = Self.kept(expansions)
  }

  private static func kept<Element>(_ array: [Element]) -> UnsafePointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
    _ = memory.initialize(from: array)
    return UnsafePointer(memory.baseAddress!)
  }
}
