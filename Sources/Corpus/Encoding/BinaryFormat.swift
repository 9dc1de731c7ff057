/// A binary file format, recognized by its first bytes.
public enum BinaryFormat: String, Hashable, Sendable, CaseIterable {
  /// A PNG image.
  case png = "PNG"
  /// A JPEG image.
  case jpeg = "JPEG"
  /// A GIF image.
  case gif = "GIF"
  /// A PDF document.
  case pdf = "PDF"
  /// A ZIP archive, or a document that is stored as one: DOCX, XLSX.
  case zip = "ZIP"
  /// A compound file, the container of older Microsoft Office formats: DOC, XLS.
  case compoundFile = "DOC"
  /// An SQLite database.
  case sqlite = "SQLite"
  /// Compressed data.
  case gzip = "GZIP"

  /// Recognizes a format by its first bytes.
  init?(of bytes: UnsafeRawBufferPointer) {
    let found = Self.allCases.first { bytes.starts(with: $0.signature) }
    guard let found else { return nil }
    self = found
  }

  private var signature: [UInt8] {
    switch self {
    case .png: [0x89, 0x50, 0x4E, 0x47]
    case .jpeg: [0xFF, 0xD8, 0xFF]
    case .gif: Array("GIF8".utf8)
    case .pdf: Array("%PDF".utf8)
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .compoundFile: [0xD0, 0xCF, 0x11, 0xE0]
    case .sqlite: Array("SQLite format 3".utf8)
    case .gzip: [0x1F, 0x8B]
    }
  }
}
