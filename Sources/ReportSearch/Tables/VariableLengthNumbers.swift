/// Numbers in seven bits a byte, the lowest first: small numbers take one byte.
struct VariableLengthNumbers {
  /// The bytes that the numbers were written to.
  private(set) var bytes: [UInt8] = []

  /// Writes a number behind the others.
  mutating func append(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Writes bytes that are numbers already.
  mutating func append(contentsOf numbers: [UInt8]) { bytes += numbers }
}

/// Reads what ``VariableLengthNumbers`` wrote.
struct VariableLengthReader {
  private let bytes: UnsafeRawBufferPointer
  /// The byte that is read next.
  private(set) var place = 0

  /// Whether no number was read that is not there.
  private(set) var isSound = true

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether every number was read, and none that is not there.
  var isAtEnd: Bool { place == bytes.count && isSound }

  /// Returns the next number; behind the last one 0, and ``isAtEnd`` is false from then on.
  mutating func next() -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while place < bytes.count {
      let byte = bytes[place]
      place &+= 1
      number |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift &+= 7
    }
    isSound = false
    return number
  }

  /// Returns the bytes of as many as a number says that it reads first.
  mutating func nextBytes() -> [UInt8] {
    let wanted = Int(next())
    let count = min(wanted, bytes.count - place)
    if count < wanted { isSound = false }
    defer { place += count }
    return Array(bytes[place..<place + count])
  }
}
