import TestSupport
import Testing

@testable import Corpus

/// Opens an archive for the duration of the body.
func withArchive<Value>(
  _ bytes: [UInt8], limit: Int = 10_000_000, _ body: (ZipArchive) throws -> Value
) throws -> Value {
  try bytes.withUnsafeBytes { try body(ZipArchive($0, limit: limit)) }
}

struct ZipArchiveTests {
  private static let names: [(name: [UInt8], flags: Int, text: String)] = [
    (Array("总结/2011年.txt".utf8), 0x800, "总结/2011年.txt"), (Array("a.txt".utf8), 0, "a.txt"),
    (Array("计划.txt".utf8), 0, "计划.txt"),
    ([0xB9, 0xA4, 0xD7, 0xF7, 0xD7, 0xDC, 0xBD, 0xE1, 0x2E, 0x74], 0, "工作总结.t"),
    ([0x61, 0xFF, 0xFF], 0, "a\u{FFFD}\u{FFFD}"),
  ]

  @Test func `names are decoded and contents unpacked`() throws {
    var file = ZipFile()
    for (name, flags, text) in Self.names { file.add(name, Array(text.utf8), flags: flags) }
    file.add("夹/", "")
    try withArchive(file.bytes) { archive in
      #expect(archive.entries.map(\.name) == Self.names.map(\.text) + ["夹/"])
      #expect(archive.entries.map(\.isFolder) == [false, false, false, false, false, true])
      for (entry, text) in zip(archive.entries, Self.names.map(\.text)) {
        try #expect(archive.bytes(of: entry) == Array(text.utf8))
        #expect(entry.claimedByteCount == text.utf8.count && !entry.isEncrypted)
      }
    }
  }

  @Test func `encrypted entries are reported`() throws {
    var file = ZipFile()
    file.add(Array("a".utf8), [UInt8](repeating: 7, count: 40), flags: 1)
    try withArchive(file.bytes) { archive in
      #expect(archive.entries.map(\.isEncrypted) == [true])
      #expect(throws: ReadingError.Kind.encrypted) { try archive.bytes(of: archive.entries[0]) }
    }
  }

  @Test func `no more is unpacked than the limit, whatever the archive claims`() throws {
    let megabytes = 4
    let deflated = Self.deflatedZeros(megabytes: megabytes)
    #expect(deflated.count < 30_000)
    let checksum = ZipFile.checksum(repeatElement(0, count: megabytes << 20))
    for claimed in [megabytes << 20, 12] {
      var file = ZipFile()
      file.add(Array("a".utf8), deflated, deflated: (claimed, checksum))
      #expect(throws: ReadingError.Kind.unpacksTooLarge(limit: 1 << 20)) {
        try withArchive(file.bytes, limit: 1 << 20) { archive in
          try archive.bytes(of: archive.entries[0])
        }
      }
    }
    var file = ZipFile()
    file.add(Array("a".utf8), deflated, deflated: (megabytes << 20, checksum))
    try withArchive(file.bytes, limit: 5 << 20) { archive in
      try #expect(archive.bytes(of: archive.entries[0]).count == megabytes << 20)
      // The limit applies to all entries together.
      #expect(throws: ReadingError.Kind.unpacksTooLarge(limit: 5 << 20)) {
        try archive.bytes(of: archive.entries[0])
      }
    }
  }

  @Test(.law) func `damaged archives are errors, not crashes`() throws {
    let whole = ZipFile(["a": String(repeating: "控辍保学", count: 50), "b": "好"]).bytes
    func read(_ bytes: [UInt8]) throws -> [[UInt8]] {
      try withArchive(bytes) { archive in
        try archive.entries.map { try archive.bytes(of: $0) }
      }
    }
    #expect(throws: ReadingError.Kind.unparsable(.zip)) { try read([]) }
    for length in stride(from: 1, to: whole.count, by: 7) {
      #expect(throws: ReadingError.Kind.unparsable(.zip)) { try read(Array(whole[..<length])) }
    }
    var changed = whole
    changed[100] ^= 1
    #expect(throws: ReadingError.Kind.unparsable(.zip)) { try read(changed) }
    for seed in LawSeeds.seeds(300) {
      var random = SeededRandom(seed: seed)
      var noisy = whole
      for _ in 0..<3 {
        noisy[Int.random(in: 0..<noisy.count, using: &random)] = .random(
          in: 0...255, using: &random)
      }
      do {
        _ = try read(noisy)
      } catch {
        #expect(error is ReadingError.Kind, "seed \(seed)")
      }
    }
  }

  /// Returns zeros compressed with the highest ratio of DEFLATE: a literal zero, then matches of
  /// 258 bytes.
  private static func deflatedZeros(megabytes: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var pending = 0
    var bitCount = 0
    func put(_ bits: String) {
      for bit in bits {
        pending |= (bit == "1" ? 1 : 0) << bitCount
        bitCount += 1
        if bitCount == 8 {
          bytes.append(UInt8(pending))
          (pending, bitCount) = (0, 0)
        }
      }
    }
    // The final block with fixed Huffman codes: a literal zero, the matches, the end of the block.
    put("1" + "10" + "00110000")
    let rest = (megabytes << 20) - 1
    for _ in 0..<(rest / 258) { put("11000101" + "00000") }
    for _ in 0..<(rest % 258) { put("00110000") }
    put("0000000" + "0000000")
    return bytes
  }
}
