/// Converts UTF-8 offsets of a text to character offsets (Unicode scalars). Ascending offsets take
/// O(*n*) in total: counting resumes at the previous offset.
struct CharacterCounter {
  private let utf8: [UInt8]
  private var place = 0
  private var count = 0

  init(_ text: String) { utf8 = Array(text.utf8) }

  mutating func characters(before utf8Offset: Int) -> Int {
    if utf8Offset < place { (place, count) = (0, 0) }
    while place < utf8Offset {
      if utf8[place] & 0xC0 != 0x80 { count += 1 }
      place += 1
    }
    return count
  }
}
