import CCrypto

/// A SHA-256 digest.
public struct Digest: Hashable, Sendable {
  /// The 32 bytes of the digest.
  public let bytes: [UInt8]

  /// Computes the digest of bytes.
  ///
  /// - Complexity: O(*n*).
  public init(of bytes: UnsafeRawBufferPointer) {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let status = EVP_Digest(bytes.baseAddress, bytes.count, &digest, &length, Self.algorithm, nil)
    precondition(status == 1 && length == 32, "SHA-256 is part of every libcrypto")
    self.bytes = digest
  }

  /// SHA-256 from a separate library context. The default context may lack it, depending on the
  /// settings of the machine (`openssl.cnf`, `OPENSSL_CONF`).
  nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(
    OSSL_LIB_CTX_new(), "SHA256", nil)

  /// Creates a digest from its 32 stored bytes.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Parses a digest of 64 hexadecimal digits, or returns `nil`.
  public init?(hexadecimal text: String) {
    let digits = text.compactMap(\.hexDigitValue)
    guard text.utf8.count == 64, digits.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
