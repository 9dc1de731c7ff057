/// Memory that one text after the other is folded into.
///
/// Holds the folded text in UTF-8 and, for each of its characters, where it begins there and which
/// bytes of the original it came from. It grows to the longest text that it has seen.
struct FoldingBuffer: ~Copyable {
  /// The folded text.
  private(set) var utf8: UnsafeMutablePointer<UInt8>
  /// Where each folded character begins in ``utf8``; one more entry says where the last one ends.
  private(set) var starts: UnsafeMutablePointer<UInt32>
  /// The first byte of the original that each folded character came from.
  private(set) var originStarts: UnsafeMutablePointer<UInt32>
  /// The byte of the original behind the last one that each folded character came from.
  private(set) var originEnds: UnsafeMutablePointer<UInt32>
  /// The number of folded characters.
  private(set) var count = 0
  /// The number of bytes in ``utf8``.
  private(set) var utf8Count = 0

  private var characterCapacity = 256

  init() {
    utf8 = .allocate(capacity: 4 * characterCapacity)
    starts = .allocate(capacity: characterCapacity + 1)
    originStarts = .allocate(capacity: characterCapacity)
    originEnds = .allocate(capacity: characterCapacity)
    starts[0] = 0
  }

  deinit {
    utf8.deallocate()
    starts.deallocate()
    originStarts.deallocate()
    originEnds.deallocate()
  }

  /// Forgets the last text and makes room for a number of folded characters.
  mutating func removeAll(reservingCharacters capacity: Int) {
    count = 0
    utf8Count = 0
    starts[0] = 0
    reserve(capacity)
  }

  /// Makes room for a number of folded characters in all.
  @inline(__always)
  mutating func reserve(_ capacity: Int) {
    if capacity > characterCapacity { grow(to: capacity) }
  }

  @inline(never)
  private mutating func grow(to capacity: Int) {
    let capacity = max(capacity, characterCapacity * 2)
    func moved<Element>(
      _ memory: UnsafeMutablePointer<Element>, _ count: Int, capacity: Int
    ) -> UnsafeMutablePointer<Element> {
      let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
      larger.moveInitialize(from: memory, count: count)
      memory.deallocate()
      return larger
    }
    utf8 = moved(utf8, utf8Count, capacity: 4 * capacity)
    starts = moved(starts, count + 1, capacity: capacity + 1)
    originStarts = moved(originStarts, count, capacity: capacity)
    originEnds = moved(originEnds, count, capacity: capacity)
    characterCapacity = capacity
  }

  /// Replaces the last folded character by another that came from the same bytes.
  mutating func replaceLast(by scalar: UInt32) {
    count &-= 1
    utf8Count = Int(starts[count])
    append(scalar, from: Int(originStarts[count]), to: Int(originEnds[count]))
  }

  /// Adds one folded character; room for it must have been reserved.
  @inline(__always)
  mutating func append(_ scalar: UInt32, from start: Int, to end: Int) {
    let out = utf8 + utf8Count
    if scalar < 0x80 {
      out[0] = UInt8(truncatingIfNeeded: scalar)
      utf8Count &+= 1
    } else if scalar < 0x800 {
      out[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      utf8Count &+= 2
    } else if scalar < 0x10000 {
      out[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      out[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      utf8Count &+= 3
    } else {
      out[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
      out[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
      out[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      out[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      utf8Count &+= 4
    }
    originStarts[count] = UInt32(truncatingIfNeeded: start)
    originEnds[count] = UInt32(truncatingIfNeeded: end)
    count &+= 1
    starts[count] = UInt32(truncatingIfNeeded: utf8Count)
  }
}
