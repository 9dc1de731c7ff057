/// What tells quickly which texts may be near copies of each other.
///
/// Its keys are bands of minima of random orders of the text's shingles (MinHash, Broder 1997; banding,
/// Indyk and Motwani 1998): 16 bands of 4 minima each. Two texts of similarity *s* share none of their
/// keys with a probability of (1 − s⁴)¹⁶: 0.0002 for 0.8, 0.00000004 for 0.9. Equal texts share all.
/// Whether two texts that share a key are near copies is decided on the shingles themselves.
struct CopySketch {
  /// The number of keys.
  static let keyCount = 16
  /// The number of minima of a key.
  static let minimaPerKey = 4

  /// The keys: 31 bits each.
  let keys: SIMD16<UInt32>
  /// A bit for each value that a hash of some shingle has.
  let bits: SIMD4<UInt64>
  /// The number of shingles, some of them perhaps more than once.
  let shingleCount: Int

  /// Whether two texts may be near copies. If not, they are none: of those that one of them alone has,
  /// each bit is a shingle that one of them alone has, and near copies have at most a ninth of their
  /// shingles alone.
  @inline(__always)
  func mayBeNear(_ other: CopySketch) -> Bool {
    let different = bits ^ other.bits
    var count = 0
    for place in 0..<4 { count &+= different[place].nonzeroBitCount }
    return 9 &* count <= shingleCount &+ other.shingleCount
  }
}

/// Makes sketches; an instance holds memory that it uses again for the next text.
final class CopySketcher {
  private static let minimaCount = CopySketch.keyCount * CopySketch.minimaPerKey
  private let multipliers: UnsafeMutablePointer<UInt32>
  private let minima: UnsafeMutablePointer<UInt32>

  init() {
    multipliers = .allocate(capacity: Self.minimaCount)
    minima = .allocate(capacity: Self.minimaCount)
    minima.initialize(repeating: .max, count: Self.minimaCount)
    for place in 0..<Self.minimaCount {
      // Odd, so that the product is another order of the hashes.
      multipliers[place] = UInt32(truncatingIfNeeded: Self.mixed(UInt64(place + 1))) | 1
    }
  }

  deinit {
    multipliers.deallocate()
    minima.deallocate()
  }

  /// Returns the sketch of a folded text in UTF-8.
  ///
  /// - Complexity: O(*n*), 64 products a character.
  func sketch(of utf8: UnsafeBufferPointer<UInt8>) -> CopySketch {
    let (multipliers, minima) = (multipliers, minima)
    for place in 0..<Self.minimaCount { minima[place] = .max }
    var bits = SIMD4<UInt64>()
    var count = 0
    Shingles.forEach(in: utf8) { shingle in
      let hash = Self.mixed(shingle)
      bits[Int(hash & 3)] |= 1 << (hash >> 2 & 63)
      let value = UInt32(truncatingIfNeeded: hash >> 32)
      var place = 0
      while place < Self.minimaCount {
        let product = value &* multipliers[place]
        minima[place] = product < minima[place] ? product : minima[place]
        place &+= 1
      }
      count &+= 1
    }
    var keys = SIMD16<UInt32>()
    for key in 0..<CopySketch.keyCount {
      var hash = UInt64(key)
      for row in 0..<CopySketch.minimaPerKey {
        hash = Self.mixed(hash ^ UInt64(minima[key * CopySketch.minimaPerKey + row]) << 16)
      }
      keys[key] = UInt32(truncatingIfNeeded: hash >> 33)
    }
    return CopySketch(keys: keys, bits: bits, shingleCount: count)
  }

  /// The finalizer of MurmurHash3.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }
}
