/// Reusable memory for folding one text after another.
///
/// It contains the folded text in UTF-8. For each character, it contains the offset in the folded
/// text and the byte range in the original. It grows to the longest text so far.
struct FoldingBuffer: ~Copyable {
  /// The folded text.
  private(set) var utf8: UnsafeMutablePointer<UInt8>
  /// The offset of each folded character in ``utf8``, followed by the offset of the end.
  private(set) var starts: UnsafeMutablePointer<UInt32>
  /// The byte offset in the original at which the source of each folded character begins.
  private(set) var originStarts: UnsafeMutablePointer<UInt32>
  /// The byte offset in the original at which the source of each folded character ends.
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

  /// Removes the last text and reserves capacity for a number of folded characters.
  mutating func removeAll(reservingCharacters capacity: Int) {
    count = 0
    utf8Count = 0
    starts[0] = 0
    reserve(capacity)
  }

  /// Reserves capacity for a total number of folded characters.
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

  /// Replaces the last folded character, keeping its source.
  mutating func replaceLast(by scalar: UInt32) {
    count &-= 1
    utf8Count = Int(starts[count])
    append(scalar, from: Int(originStarts[count]), to: Int(originEnds[count]))
  }

  /// Appends one folded character. The capacity must be reserved.
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
