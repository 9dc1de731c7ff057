/// A sketch of a text for finding candidate near-duplicates quickly.
///
/// Its keys are bands of minima of random orders of the text's shingles (MinHash, Broder 1997;
/// banding, Indyk and Motwani 1998): 16 bands of 4 minima each. Two texts of similarity *s* have no
/// key in common with a probability of (1 − s⁴)¹⁶: 0.0002 for 0.8, 0.00000004 for 0.9. Equal texts
/// share all keys. Candidates are verified on their shingles.
struct CopySketch {
  /// The number of keys.
  static let keyCount = 16
  /// The number of minima of a key.
  static let minimaPerKey = 4

  /// The keys, of 31 bits each.
  let keys: SIMD16<UInt32>
  /// A signature that rejects most pairs that are not near-duplicates.
  let signature: Signature

  /// A 256-bit set of the shingles' hash values.
  struct Signature {
    let bits: SIMD4<UInt64>
    /// The number of shingles, including repeated ones.
    let shingleCount: Int

    /// Returns `false` only if two texts cannot be near-duplicates. Each differing bit belongs to a
    /// shingle that only one of them has, and near-duplicates have at most a ninth of their
    /// shingles alone.
    @inline(__always)
    func mayBeNear(_ other: Signature) -> Bool {
      let different = bits ^ other.bits
      var count = 0
      for place in 0..<4 { count &+= different[place].nonzeroBitCount }
      return 9 &* count <= shingleCount &+ other.shingleCount
    }
  }
}

/// Computes sketches. An instance reuses its buffers for the next text.
final class CopySketcher {
  private static let minimaCount = CopySketch.keyCount * CopySketch.minimaPerKey
  private let multipliers: UnsafeMutablePointer<UInt32>
  private let minima: UnsafeMutablePointer<UInt32>

  init() {
    multipliers = .allocate(capacity: Self.minimaCount)
    minima = .allocate(capacity: Self.minimaCount)
    minima.initialize(repeating: .max, count: Self.minimaCount)
    for place in 0..<Self.minimaCount {
      // An odd factor permutes the hashes.
      multipliers[place] = UInt32(truncatingIfNeeded: Self.mixed(UInt64(place + 1))) | 1
    }
  }

  deinit {
    multipliers.deallocate()
    minima.deallocate()
  }

  /// Returns the sketch of a folded text in UTF-8.
  ///
  /// - Complexity: O(*n*), with 64 multiplications for each character.
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
    return CopySketch(
      keys: keys, signature: CopySketch.Signature(bits: bits, shingleCount: count))
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
