/// Decodes one character of an encoding.
protocol CharacterDecoder {
  /// True if lead bytes below 0x80 are ASCII. ``step(_:at:)`` is not called for them.
  var hasASCII: Bool { get }

  /// Decodes the character at an offset.
  func step(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> DecodingStep
}

/// The result of decoding at an offset.
struct DecodingStep {
  /// The character; `PackedUTF8.none` if the bytes could not be decoded or the character is U+0000.
  let character: PackedUTF8
  /// The UTF-8 length of the character in bytes; 0 if the bytes could not be decoded.
  let utf8Count: Int
  /// The encoded length of the character in bytes.
  let length: Int
  /// The number of bytes to skip if there is no character. It is separate from ``length`` so that
  /// the next offset does not depend on the table lookup.
  let undecodableLength: Int

  @inline(__always)
  init(scalar: UInt32, length: Int) {
    character = PackedUTF8(scalar)
    utf8Count = scalar == 0 ? 1 : character.count
    (self.length, undecodableLength) = (length, 1)
  }

  /// Creates a step from a table entry. If the code has no character, its first byte is
  /// undecodable.
  @inline(__always)
  init(_ character: PackedUTF8, length: Int) {
    self.character = character
    utf8Count = character.count
    (self.length, undecodableLength) = (length, 1)
  }

  @inline(__always)
  init(undecodable length: Int) {
    (character, utf8Count, self.length, undecodableLength) = (.none, 0, 1, length)
  }
}

/// Decodes UTF-8 by the table of well-formed byte sequences in the Unicode Standard, section 3.9.
struct UTF8Decoder: CharacterDecoder {
  var hasASCII: Bool { true }

  @inline(__always)
  func step(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> DecodingStep {
    let lead = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { second = 0xA0...0xBF }
      if lead == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }
    default: return DecodingStep(undecodable: 1)
    }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for place in 1..<length {
      guard offset &+ place < bytes.count else { return DecodingStep(undecodable: place) }
      let byte = bytes[offset &+ place]
      guard place == 1 ? second.contains(byte) : byte & 0xC0 == 0x80 else {
        return DecodingStep(undecodable: place)
      }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return DecodingStep(scalar: scalar, length: length)
  }
}

/// Decodes GB 18030: one, two or four bytes per character.
struct GB18030Decoder: CharacterDecoder {
  let pairs: UnsafeBufferPointer<PackedUTF8>
  let fourBytes: UnsafeBufferPointer<PackedUTF8>
  var hasASCII: Bool { true }

  @inline(__always)
  func step(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> DecodingStep {
    let lead = Int(bytes[offset])
    // Windows code page 936 encodes the euro sign as 80.
    guard lead != 0x80 else { return DecodingStep(scalar: 0x20AC, length: 1) }
    guard lead != 0xFF, offset &+ 1 < bytes.count else { return DecodingStep(undecodable: 1) }
    let second = Int(bytes[offset &+ 1])
    if second >= 0x40 {
      guard second != 0xFF else { return DecodingStep(undecodable: 1) }
      return DecodingStep(pairs[CharacterTable.pairIndex(lead, second)], length: 2)
    }
    guard second >= 0x30, second <= 0x39, offset &+ 3 < bytes.count else {
      return DecodingStep(undecodable: 1)
    }
    let (third, fourth) = (Int(bytes[offset &+ 2]), Int(bytes[offset &+ 3]))
    guard third >= 0x81, third <= 0xFE, fourth >= 0x30, fourth <= 0x39 else {
      return DecodingStep(undecodable: 1)
    }
    let linear = ((lead - 0x81) * 10 + second - 0x30) * 1260 + (third - 0x81) * 10 + fourth - 0x30
    if linear < fourBytes.count { return DecodingStep(fourBytes[linear], length: 4) }
    // The supplementary planes, from 90308130 on.
    guard linear >= 189_000, linear < 189_000 + 0x100000 else {
      return DecodingStep(undecodable: 1)
    }
    return DecodingStep(scalar: UInt32(truncatingIfNeeded: linear - 189_000 + 0x10000), length: 4)
  }
}

/// Decodes Big5: one or two bytes per character.
struct Big5Decoder: CharacterDecoder {
  let pairs: UnsafeBufferPointer<PackedUTF8>
  var hasASCII: Bool { true }

  @inline(__always)
  func step(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> DecodingStep {
    let lead = Int(bytes[offset])
    guard lead > 0x80, lead != 0xFF, offset &+ 1 < bytes.count else {
      return DecodingStep(undecodable: 1)
    }
    let trail = Int(bytes[offset &+ 1])
    guard trail >= 0x40, trail != 0xFF else { return DecodingStep(undecodable: 1) }
    return DecodingStep(pairs[CharacterTable.pairIndex(lead, trail)], length: 2)
  }
}

/// Decodes EUC-TW: one byte per character, two for the first plane, or four for any plane.
struct EUCTaiwanDecoder: CharacterDecoder {
  let planes: UnsafeBufferPointer<PackedUTF8>
  var hasASCII: Bool { true }

  @inline(__always)
  func step(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> DecodingStep {
    let characters: UInt8 = 0xA1
    var (plane, place) = (1, offset)
    // A character of any plane: 8E, the plane, and its two bytes.
    if bytes[offset] == 0x8E {
      guard offset &+ 3 < bytes.count, bytes[offset &+ 1] >= 0xA1, bytes[offset &+ 1] <= 0xAF else {
        return DecodingStep(undecodable: 1)
      }
      (plane, place) = (Int(bytes[offset &+ 1]) - 0xA0, offset &+ 2)
    }
    guard place &+ 1 < bytes.count, bytes[place] >= characters, bytes[place] != 0xFF,
      bytes[place &+ 1] >= characters, bytes[place &+ 1] != 0xFF
    else { return DecodingStep(undecodable: 1) }
    let index = CharacterTable.planeIndex(plane, Int(bytes[place]), Int(bytes[place &+ 1]))
    return DecodingStep(planes[index], length: place &+ 2 &- offset)
  }
}

/// Decodes UTF-16 in either byte order.
struct UTF16Decoder: CharacterDecoder {
  let isBigEndian: Bool
  var hasASCII: Bool { false }

  @inline(__always)
  func step(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> DecodingStep {
    let high = isBigEndian ? 0 : 1
    guard offset &+ 1 < bytes.count else { return DecodingStep(undecodable: 1) }
    let unit = UInt32(bytes[offset &+ high]) << 8 | UInt32(bytes[offset &+ 1 &- high])
    guard unit & 0xF800 == 0xD800 else { return DecodingStep(scalar: unit, length: 2) }
    guard unit < 0xDC00, offset &+ 3 < bytes.count else { return DecodingStep(undecodable: 2) }
    let next = UInt32(bytes[offset &+ 2 &+ high]) << 8 | UInt32(bytes[offset &+ 3 &- high])
    guard next & 0xFC00 == 0xDC00 else { return DecodingStep(undecodable: 2) }
    return DecodingStep(scalar: 0x10000 + (unit & 0x3FF) << 10 + next & 0x3FF, length: 4)
  }
}

/// Decodes UTF-32 in either byte order.
struct UTF32Decoder: CharacterDecoder {
  let isBigEndian: Bool
  var hasASCII: Bool { false }

  @inline(__always)
  func step(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> DecodingStep {
    guard offset &+ 3 < bytes.count else { return DecodingStep(undecodable: bytes.count &- offset) }
    let stored = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    let scalar = isBigEndian ? UInt32(bigEndian: stored) : UInt32(littleEndian: stored)
    guard scalar < 0x110000, scalar & 0xFFFF_F800 != 0xD800 else {
      return DecodingStep(undecodable: 4)
    }
    return DecodingStep(scalar: scalar, length: 4)
  }
}
