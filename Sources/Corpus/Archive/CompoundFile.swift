/// The directory of a compound file, the format around documents of old Microsoft Office.
///
/// A compound file is a small file system: sectors of one size, a table (FAT) that tells which sector
/// follows which, and a directory of named streams.
struct CompoundFile {
  private let bytes: UnsafeRawBufferPointer
  private let sectorShift: Int
  /// The first sectors of the streams by their names.
  private let streams: [String: Int]

  /// Reads the directory, or returns `nil` if the bytes are no whole compound file.
  ///
  /// - Parameter bytes: The content, which must outlive the value.
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

  /// What a compound file holds.
  enum Kind: Hashable, Sendable {
    /// A document of Office 2007 or later that opens with a password only.
    case encryptedPackage
    /// A document of Word up to 2003.
    case word
    /// A workbook of Excel up to 2003.
    case excel
  }

  /// What the file holds, or `nil` if its streams do not tell.
  var kind: Kind? {
    if streams["EncryptedPackage"] != nil { return .encryptedPackage }
    if streams["WordDocument"] != nil { return .word }
    return ["Workbook", "WORKBOOK", "Book", "BOOK"].contains { streams[$0] != nil } ? .excel : nil
  }

  /// Returns a number of two bytes near the start of a stream, within its first sector.
  func number16(at offset: Int, ofStream name: String) -> UInt16? {
    guard let sector = streams[name], offset + 2 <= 1 << sectorShift,
      let start = Self.offset(of: sector, bytes, shift: sectorShift)
    else { return nil }
    return Self.number16(bytes, at: start + offset)
  }

  /// The sectors that hold the table of sectors.
  private static func tableSectors(_ bytes: UnsafeRawBufferPointer, shift: Int) -> [Int]? {
    var sectors = (0..<109).map { number32(bytes, at: 0x4C + $0 * 4) }
    var next = number32(bytes, at: 0x44)
    let perSector = (1 << shift) / 4 - 1
    // The sectors of a broken file may follow each other in a ring.
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

  /// Numbers from here on mark ends and free sectors.
  private static let lastSector = 0xFFFF_FFFA

  /// Where a sector begins, or `nil` if it is not wholly in the file.
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
