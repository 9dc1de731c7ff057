import Corpus

/// By what equal texts are known: the first 128 bits of the SHA-256 of the folded text.
struct TextDigest: Hashable {
  /// The first and the second 64 bits.
  let upper, lower: Int

  /// Takes the digest of a folded text in UTF-8.
  init(of utf8: UnsafeBufferPointer<UInt8>) {
    let digest = Digest(of: UnsafeRawBufferPointer(utf8))
    (upper, lower) = digest.bytes.withUnsafeBytes {
      (
        Int(littleEndian: $0.loadUnaligned(as: Int.self)),
        Int(littleEndian: $0.loadUnaligned(fromByteOffset: 8, as: Int.self))
      )
    }
  }
}
