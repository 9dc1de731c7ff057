/// The directory of a compound file, the container of documents of Office 97–2003.
///
/// A compound file is a small file system. It consists of sectors of one size, a file allocation
/// table (FAT) that links each sector to the next, and a directory of named streams.
struct CompoundFile {
  private let bytes: UnsafeRawBufferPointer
  private let sectorShift: Int
  /// The first sector of each stream, by stream name.
  private let streams: [String: Int]

  /// Reads the directory, or returns `nil` if the bytes are not a complete compound file.
  ///
  /// - Parameter bytes: The content, which must outlive this value.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard BinaryFormat(of: bytes) == .compoundFile, bytes.count >= 512 else { return nil }
    self.bytes = bytes
    sectorShift = Int(Self.number16(bytes, at: 0x1E))
    guard sectorShift == 9 || sectorShift == 12 else { return nil }
    guard let table = Self.tableSectors(bytes, shift: sectorShift),
      let streams = Self.streams(bytes, shift: sectorShift, table: table)
    else { return nil }
    self.streams = streams
  }

  /// The type of document in a compound file.
  enum Kind: Hashable, Sendable {
    /// A password-protected document of Office 2007 or later.
    case encryptedPackage
    /// A document of Word 2003 or earlier.
    case word
    /// A workbook of Excel 2003 or earlier.
    case excel
  }

  /// The type of document, or `nil` if the stream names do not identify one.
  var kind: Kind? {
    if streams["EncryptedPackage"] != nil { return .encryptedPackage }
    if streams["WordDocument"] != nil { return .word }
    return ["Workbook", "WORKBOOK", "Book", "BOOK"].contains { streams[$0] != nil } ? .excel : nil
  }

  /// Returns a little-endian 16-bit number at a byte offset of a stream, or `nil` if the offset is
  /// not in the stream's first sector.
  func number16(at offset: Int, ofStream name: String) -> UInt16? {
    guard let sector = streams[name], offset + 2 <= 1 << sectorShift,
      let start = Self.offset(of: sector, bytes, shift: sectorShift)
    else { return nil }
    return Self.number16(bytes, at: start + offset)
  }

  /// Returns the numbers of the sectors that contain the FAT, or `nil` if the file is truncated.
  private static func tableSectors(_ bytes: UnsafeRawBufferPointer, shift: Int) -> [Int]? {
    var sectors = (0..<109).map { number32(bytes, at: 0x4C + $0 * 4) }
    var next = number32(bytes, at: 0x44)
    let perSector = (1 << shift) / 4 - 1
    // The sectors of a corrupt file can form a cycle, so the number of steps is bounded.
    for _ in 0...(bytes.count >> shift) {
      guard next < lastSector else { break }
      guard let start = offset(of: next, bytes, shift: shift) else { return nil }
      sectors += (0..<perSector).map { number32(bytes, at: start + $0 * 4) }
      next = number32(bytes, at: start + perSector * 4)
    }
    return sectors.filter { $0 < lastSector }
  }

  private static func streams(
    _ bytes: UnsafeRawBufferPointer, shift: Int, table: [Int]
  ) -> [String: Int]? {
    var streams: [String: Int] = [:]
    var sector = number32(bytes, at: 0x30)
    for _ in 0...(bytes.count >> shift) {
      guard let start = offset(of: sector, bytes, shift: shift) else { return nil }
      for entry in stride(from: start, to: start + 1 << shift, by: 128)
      where bytes[entry + 0x42] == 2 {
        let length = min(Int(number16(bytes, at: entry + 0x40)), 64) / 2
        let units = (0..<max(length - 1, 0)).map { number16(bytes, at: entry + $0 * 2) }
        streams[String(decoding: units, as: UTF16.self)] = number32(bytes, at: entry + 0x74)
      }
      let perSector = (1 << shift) / 4
      guard sector / perSector < table.count,
        let next = offset(of: table[sector / perSector], bytes, shift: shift)
      else { return nil }
      sector = number32(bytes, at: next + sector % perSector * 4)
      if sector >= lastSector { return streams }
    }
    return nil
  }

  /// The lowest of the numbers that do not identify a sector but mark the end of a chain or a free
  /// sector.
  private static let lastSector = 0xFFFF_FFFA

  /// Returns the byte offset of a sector, or `nil` if the sector is not completely in the file.
  private static func offset(of sector: Int, _ bytes: UnsafeRawBufferPointer, shift: Int) -> Int? {
    let start = (sector + 1) << shift
    return start + 1 << shift <= bytes.count ? start : nil
  }

  private static func number16(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> UInt16 {
    UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  private static func number32(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
  }
}
