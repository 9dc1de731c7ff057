import CCrypto

/// The SHA-256 fingerprint of some bytes.
public struct Digest: Hashable, Sendable {
  /// The 32 bytes of the fingerprint.
  public let bytes: [UInt8]

  /// Takes the fingerprint of some bytes.
  ///
  /// - Complexity: O(*n*).
  public init(of bytes: UnsafeRawBufferPointer) {
    var digest = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let status = EVP_Digest(bytes.baseAddress, bytes.count, &digest, &length, Self.algorithm, nil)
    precondition(status == 1 && length == 32, "SHA-256 is part of every libcrypto")
    self.bytes = digest
  }

  /// SHA-256 of a library context of our own: the settings of the machine (`openssl.cnf`, `OPENSSL_CONF`) can
  /// leave the default context without it.
  nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(
    OSSL_LIB_CTX_new(), "SHA256", nil)

  /// Takes the bytes of a fingerprint that was stored.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a fingerprint of 64 hexadecimal digits, or returns `nil`.
  public init?(hexadecimal text: String) {
    let digits = text.compactMap(\.hexDigitValue)
    guard text.utf8.count == 64, digits.count == 64 else { return nil }
    bytes = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  /// The fingerprint in 64 lower-case hexadecimal digits.
  public var hexadecimal: String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
