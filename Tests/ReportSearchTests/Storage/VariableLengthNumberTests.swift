import TestSupport
import Testing

@testable import ReportSearch

/// LEB128 numbers, with seven bits in each byte.
struct VariableLengthNumberTests {
  private static let boundaries: [UInt32] = [
    0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152, 268_435_455, 268_435_456, .max,
  ]

  private func bytes(_ numbers: [UInt32]) -> [UInt8] {
    var writer = VariableLengthNumbers()
    for number in numbers { writer.append(number) }
    return writer.bytes
  }

  @Test func `small numbers take one byte, and the lowest bits come first`() {
    #expect(bytes([0]) == [0] && bytes([127]) == [127])
    #expect(bytes([128]) == [0x80, 1] && bytes([300]) == [0xAC, 2])
    #expect(Self.boundaries.map { bytes([$0]).count } == [1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
  }

  @Test func `written numbers are read back, and reading past the end is an error`() {
    bytes(Self.boundaries).withUnsafeBytes { bytes in
      var reader = VariableLengthReader(bytes)
      for number in Self.boundaries { #expect(reader.next() == number) }
      #expect(reader.isAtEnd && reader.isSound)
      #expect(reader.next() == 0 && !reader.isSound && !reader.isAtEnd)
    }
  }

  @Test func `unread bytes after the last number are detected`() {
    bytes([5, 6]).withUnsafeBytes { bytes in
      var reader = VariableLengthReader(bytes)
      #expect(reader.next() == 5 && !reader.isAtEnd && reader.isSound)
    }
  }

  @Test func `a list has its stated length or is corrupt`() {
    ([3, 1, 2, 3, 2, 9] as [UInt8]).withUnsafeBytes { bytes in
      var reader = VariableLengthReader(bytes)
      #expect(reader.nextBytes() == [1, 2, 3] && reader.isSound)
      #expect(reader.nextBytes() == [9] && !reader.isSound)
      #expect(reader.nextBytes().isEmpty)
    }
  }

  @Test(.law, arguments: LawSeeds.seeds(10))
  func `any bytes are read without passing their end`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      bytes.withUnsafeBytes { bytes in
        var reader = VariableLengthReader(bytes)
        for _ in 0..<8 {
          if Bool.random(using: &random) { _ = reader.next() } else { _ = reader.nextBytes() }
          #expect(reader.place <= bytes.count, "\(Array(bytes))")
        }
      }
    }
  }
}
