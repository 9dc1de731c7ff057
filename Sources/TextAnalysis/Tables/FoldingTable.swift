/// What folding does with each character by itself, in two steps of indexing.
///
/// Most characters fold to themselves or to one other, whatever stands beside them. The rest says
/// what it is:
///
/// | Mark of the data | ``Entry``      | Example                                          |
/// |------------------|----------------|--------------------------------------------------|
/// | none             | `0`            | 辍, `7`                                          |
/// | `=3BC`           | the scalar     | 輟 → 辍, `Ｑ` → `q`                               |
/// | `=28+4E00+29`    | an expansion   | ㈠ → `(一)`                                       |
/// | `-`              | dropped        | U+200B                                           |
/// | `_`              | white space    | U+3000, `\n`                                     |
/// | `!`              | in context     | U+0301, which may unite with what stands before it |
///
/// A text with a character of the last kind is folded by ``FoldingPasses``, all others in one go.
/// The tests compare the two on every character of Unicode.
struct FoldingTable: @unchecked Sendable {
  /// The high bits say what the entry is, the low 21 the scalar or the place of the expansion.
  typealias Entry = UInt32

  static let dropped: Entry = 1 << 28
  static let whiteSpace: Entry = 2 << 28
  static let inContext: Entry = 3 << 28
  /// Bits 21–27: number of scalars; bits 0–20: place of the first in ``expansions``.
  static let expansion: Entry = 4 << 28

  /// The one table of the process, built at its first use in about two milliseconds, and never freed.
  static let shared = FoldingTable()

  /// For each 256 characters the place of their block in ``entries``.
  private let blocks: UnsafePointer<UInt16>
  private let entries: UnsafePointer<Entry>
  /// The scalars of all expansions.
  let expansions: UnsafePointer<UInt32>

  /// The entry of a scalar below U+110000.
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
