/// Parses the notation of the generated tables.
///
/// | Word           | Meaning                                              |
/// |----------------|------------------------------------------------------|
/// | `B5=3BC`       | U+00B5 has the value U+03BC                          |
/// | `41..5A=61`    | U+0041 has U+0061, U+0042 has U+0062, … U+005A U+007A |
/// | `DF=73+73`     | U+00DF has two values                                |
/// | `AD-`, `0..8-` | a mark (`-`, `_` or `!`) for one key or a range      |
///
/// Words are separated by one space or line end. The data are generated, so a malformed word is a
/// programming error and stops the program.
struct TableWords: Sequence, IteratorProtocol {
  /// One word: keys, and either a mark or values.
  struct Word {
    /// The keys, ascending.
    var keys: ClosedRange<UInt32>
    /// `=` if there are values, else the mark.
    var mark: UInt8
    /// The values of the first key; empty for a mark.
    var values: [UInt32]

    /// Returns the values of a key. In a range with a single value, the value increases with the
    /// key.
    func values(of key: UInt32) -> [UInt32] {
      values.count == 1 ? [values[0] + (key - keys.lowerBound)] : values
    }
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var cursor = 0

  init(_ text: StaticString) {
    self.text = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  mutating func next() -> Word? {
    guard cursor < text.count else { return nil }
    let lower = hexadecimal()
    var upper = lower
    if text[cursor] == UInt8(ascii: ".") {
      cursor += 2
      upper = hexadecimal()
    }
    let mark = text[cursor]
    cursor += 1
    var values: [UInt32] = []
    if mark == UInt8(ascii: "=") {
      values.append(hexadecimal())
      while cursor < text.count, text[cursor] == UInt8(ascii: "+") {
        cursor += 1
        values.append(hexadecimal())
      }
    }
    cursor += 1
    return Word(keys: lower...upper, mark: mark, values: values)
  }

  private mutating func hexadecimal() -> UInt32 {
    var value: UInt32 = 0
    while cursor < text.count {
      switch text[cursor] {
      case let digit where digit >= 0x30 && digit <= 0x39: value = value << 4 | UInt32(digit & 0xF)
      case let letter where letter >= 0x41 && letter <= 0x46:
        value = value << 4 | UInt32(letter - 0x37)
      default: return value
      }
      cursor += 1
    }
    return value
  }
}
