/// What a compound file holds, in which old Office stored its documents and new Office stores those
/// with a password.
enum CompoundFile: Hashable, Sendable, CaseIterable {
  /// A document of Office 2007 or later that opens with a password only.
  case encryptedPackage
  /// A document of Word 97 to 2003.
  case word
  /// A workbook of Excel up to 2003.
  case excel

  /// Recognizes a compound file by the names in its directory, the first of which counts: a document
  /// can hold another.
  ///
  /// The directory is not followed but looked for, so that a damaged file is told as well: its entries
  /// stand at multiples of their length.
  ///
  /// - Complexity: O(*n*), one byte of a hundred.
  init?(of bytes: UnsafeRawBufferPointer) {
    guard bytes.starts(with: Self.signature) else { return nil }
    let starts = stride(
      from: 512, through: bytes.count - Self.entryByteCount, by: Self.entryByteCount)
    for start in starts where bytes[start + Self.typePlace] == Self.streamType {
      let entry = UnsafeRawBufferPointer(rebasing: bytes[start..<(start + Self.entryByteCount)])
      if let found = Self.allCases.first(where: { $0.streams.contains { entry.starts(with: $0) } })
      {
        self = found
        return
      }
    }
    return nil
  }

  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let entryByteCount = 128
  private static let typePlace = 66
  private static let streamType: UInt8 = 2

  /// The names of the streams that tell the kind, as UTF-16 with their end.
  private var streams: [[UInt8]] {
    switch self {
    case .encryptedPackage: Self.encryptedPackageStreams
    case .word: Self.wordStreams
    case .excel: Self.excelStreams
    }
  }

  private static let encryptedPackageStreams = [utf16("EncryptedPackage")]
  private static let wordStreams = [utf16("WordDocument")]
  private static let excelStreams = [
    utf16("Workbook"), utf16("WORKBOOK"), utf16("Book"), utf16("BOOK"),
  ]

  private static func utf16(_ name: String) -> [UInt8] {
    (Array(name.utf16) + [0]).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
  }
}
