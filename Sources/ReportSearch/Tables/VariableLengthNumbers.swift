/// A writer of unsigned LEB128: seven bits per byte, lowest first. Numbers below 128 take one byte.
struct VariableLengthNumbers {
  /// The encoded numbers.
  private(set) var bytes: [UInt8] = []

  /// Appends a number.
  mutating func append(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends numbers that are already encoded.
  mutating func append(contentsOf numbers: [UInt8]) { bytes += numbers }
}

/// A reader of the bytes that ``VariableLengthNumbers`` writes.
struct VariableLengthReader {
  private let bytes: UnsafeRawBufferPointer
  /// The offset in bytes of the next number.
  private(set) var place = 0

  /// False after an attempt to read past the end.
  private(set) var isSound = true

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// True if all bytes were read and there was no attempt to read past the end.
  var isAtEnd: Bool { place == bytes.count && isSound }

  /// Returns the next number. Past the end, returns an incomplete number or 0 and clears
  /// ``isSound``.
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

  /// Returns a byte string that is preceded by its length. If it is longer than the remaining
  /// bytes, returns these and clears ``isSound``.
  mutating func nextBytes() -> [UInt8] {
    let wanted = Int(next())
    let count = min(wanted, bytes.count - place)
    if count < wanted { isSound = false }
    defer { place += count }
    return Array(bytes[place..<place + count])
  }
}
