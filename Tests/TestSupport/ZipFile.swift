/// A builder of ZIP archives with uncompressed entries. Tests can also write faulty or
/// precompressed entries.
public struct ZipFile {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Creates an empty archive.
  public init() {}

  /// Creates an archive of text entries.
  public init(_ files: KeyValuePairs<String, String>) {
    for (name, text) in files { add(name, text) }
  }

  /// The bytes of the archive.
  public var bytes: [UInt8] {
    body + directory + little(0x0605_4B50, 4) + little(0, 4) + little(count, 2) + little(count, 2)
      + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
  }

  /// Adds a text entry.
  public mutating func add(_ name: String, _ text: String) {
    add(Array(name.utf8), Array(text.utf8))
  }

  /// Adds an entry whose name may be in any encoding.
  ///
  /// - Parameters:
  ///   - flags: 1 for an encrypted entry, 0x800 for a name in UTF-8.
  ///   - deflated: For bytes that are already deflated, the declared uncompressed size and
  ///     CRC-32.
  public mutating func add(
    _ name: [UInt8], _ bytes: [UInt8], flags: Int = 0,
    deflated: (size: Int, checksum: UInt32)? = nil
  ) {
    let facts =
      little(20, 2) + little(flags, 2) + little(deflated == nil ? 0 : 8, 2) + little(0x5821_0000, 4)
      + little(Int(deflated?.checksum ?? Self.checksum(bytes)), 4) + little(bytes.count, 4)
      + little(deflated?.size ?? bytes.count, 4) + little(name.count, 2) + little(0, 2)
    directory += little(0x0201_4B50, 4) + little(20, 2) + facts + little(0, 10)
    directory += little(body.count, 4) + name
    body += little(0x0403_4B50, 4) + facts + name + bytes
    count += 1
  }

  /// Returns the CRC-32 of an entry's bytes.
  public static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { checksum, byte in
      (checksum >> 8) ^ table[Int(UInt8(truncatingIfNeeded: checksum) ^ byte)]
    }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1
    }
  }

  private func little(_ value: Int, _ byteCount: Int) -> [UInt8] {
    (0..<byteCount).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }
}
