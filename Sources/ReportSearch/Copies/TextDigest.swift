import Corpus

/// A key for equal texts: the first 128 bits of the SHA-256 of the folded text.
struct TextDigest: Hashable, Comparable {
  /// The first and second 64 bits, in little-endian byte order.
  let upper, lower: Int

  /// Computes the digest of a folded text in UTF-8.
  init(of utf8: UnsafeBufferPointer<UInt8>) {
    let digest = Digest(of: UnsafeRawBufferPointer(utf8))
    (upper, lower) = digest.bytes.withUnsafeBytes {
      (
        Int(littleEndian: $0.loadUnaligned(as: Int.self)),
        Int(littleEndian: $0.loadUnaligned(fromByteOffset: 8, as: Int.self))
      )
    }
  }

  /// Compares the upper bits, then the lower bits.
  static func < (left: Self, right: Self) -> Bool {
    (left.upper, left.lower) < (right.upper, right.lower)
  }
}
