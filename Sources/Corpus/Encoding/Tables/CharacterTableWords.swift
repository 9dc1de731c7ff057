/// Parses the notation of the generated character tables.
///
/// | Word              | Meaning                                                          |
/// |-------------------|------------------------------------------------------------------|
/// | `B0A1:啊阿埃`      | B0A1 is 啊, B0A2 is 阿, B0A3 is 埃                                 |
/// | `A2B1..A2C4=2488` | A2B1 is U+2488, A2B2 is U+2489, … A2C4 is U+249B                 |
/// | `8862=CA+304`     | 8862 is the two characters U+00CA U+0304                         |
///
/// Words are separated by one space or line end. Numbers are hexadecimal. The data are generated,
/// so a malformed word is a programming error.
struct CharacterTableWords: Sequence, IteratorProtocol {
  private var scalars: String.UnicodeScalarView.Iterator
  /// The remaining characters of the current word in reverse order.
  private var pending: [(code: Int, character: PackedUTF8)] = []
  /// The scalar that was read last.
  private var last: Unicode.Scalar?

  init(_ text: StaticString) {
    scalars = text.description.unicodeScalars.makeIterator()
  }

  mutating func next() -> (code: Int, character: PackedUTF8)? {
    if pending.isEmpty { readWord() }
    return pending.popLast()
  }

  private mutating func readWord() {
    guard let first = number() else { return }
    var lastCode = first
    if last == "." {
      _ = advance()
      lastCode = number()!
    }
    if last == ":" {
      var code = first
      while let scalar = advance(), scalar != " ", scalar != "\n" {
        pending.append((code, PackedUTF8(scalar.value)))
        code += 1
      }
    } else {
      let scalar = number()!
      let combining = last == "+" ? number() : nil
      for code in first...lastCode {
        var character = PackedUTF8(UInt32(scalar + code - first))
        if let combining { character.append(PackedUTF8(UInt32(combining))) }
        pending.append((code, character))
      }
    }
    pending.reverse()
  }

  private mutating func advance() -> Unicode.Scalar? {
    last = scalars.next()
    return last
  }

  /// Parses a number and the scalar after it. Returns `nil` at the end of the text.
  private mutating func number() -> Int? {
    var value: Int?
    while let scalar = advance(), let digit = Character(scalar).hexDigitValue {
      value = (value ?? 0) << 4 | digit
    }
    return value
  }
}
