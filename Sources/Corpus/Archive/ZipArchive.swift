import CZip

/// A ZIP archive in memory.
///
/// Entries are unpacked into memory, never into files. Their total size is limited by the bytes
/// that are actually produced, because an archive can claim any size, and a few kilobytes can
/// unpack to terabytes.
final class ZipArchive {
  /// A file or folder in the archive.
  struct Entry: Hashable, Sendable {
    /// The path inside the archive; most archives separate folders with `/`.
    let name: String
    /// The uncompressed size in bytes according to the archive. It is not reliable.
    let claimedByteCount: Int
    /// True if a password is required to unpack the entry.
    let isEncrypted: Bool
    let isFolder: Bool
    fileprivate let index: UInt64
  }

  /// The entries in archive order.
  let entries: [Entry]

  private let handle: OpaquePointer
  private let limit: Int
  /// The number of bytes that may still be produced.
  private(set) var bytesLeft: Int
  /// The number of bytes produced so far.
  var spentByteCount: Int { limit - bytesLeft }

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - bytes: The whole archive. The memory must stay valid as long as the archive is used.
  ///   - limit: The maximum number of bytes that all entries may produce together.
  /// - Throws: `unparsable` if the bytes are not a ZIP archive.
  init(_ bytes: UnsafeRawBufferPointer, limit: Int) throws(ReadingError.Kind) {
    guard !bytes.isEmpty,
      let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil)
    else { throw .unparsable(.zip) }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, nil) else {
      zip_source_free(source)
      throw .unparsable(.zip)
    }
    self.handle = handle
    self.limit = limit
    bytesLeft = limit
    entries = (0..<UInt64(max(zip_get_num_entries(handle, 0), 0))).compactMap {
      Self.entry($0, of: handle)
    }
  }

  deinit { zip_discard(handle) }

  /// Unpacks an entry.
  ///
  /// - Throws: `encrypted`, `unpacksTooLarge`, or `unparsable` if the entry is corrupt.
  func bytes(of entry: Entry) throws(ReadingError.Kind) -> [UInt8] {
    guard !entry.isEncrypted else { throw .encrypted }
    guard let file = zip_fopen_index(handle, entry.index, 0) else { throw .unparsable(.zip) }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(entry.claimedByteCount, bytesLeft, Self.largestReserve))
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Int(zip_fread(file, &piece, UInt64(piece.count)))
      guard count >= 0 else { throw .unparsable(.zip) }
      guard count > 0 else { return bytes }
      try spend(count)
      bytes += piece[..<count]
    }
  }

  /// Counts bytes against the limit of the archive.
  ///
  /// Readers call this for memory that a small input can cause them to allocate: repeated
  /// references to a text, empty columns.
  ///
  /// - Throws: `unpacksTooLarge` if fewer bytes are left.
  func spend(_ byteCount: Int) throws(ReadingError.Kind) {
    guard byteCount <= bytesLeft else {
      bytesLeft = 0
      throw .unpacksTooLarge(limit: limit)
    }
    bytesLeft -= byteCount
  }

  /// The maximum number of bytes reserved for an entry before it is unpacked.
  private static let largestReserve = 1 << 24

  private static func entry(_ index: UInt64, of handle: OpaquePointer) -> Entry? {
    var facts = zip_stat_t()
    guard zip_stat_index(handle, index, 0, &facts) == 0,
      let name = zip_get_name(handle, index, ZIP_FL_ENC_RAW)
    else { return nil }
    let length = (0...).first { name[$0] == 0 }!
    let text = text(ofName: UnsafeRawBufferPointer(start: name, count: length))
    return Entry(
      name: text, claimedByteCount: Int(clamping: facts.size),
      isEncrypted: facts.encryption_method != ZIP_EM_NONE,
      isFolder: text.utf8.last == UInt8(ascii: "/") || text.utf8.last == UInt8(ascii: "\\"),
      index: index)
  }

  /// Decodes a name like any text: as UTF-8, or as GB 18030, which Chinese editions of Windows use.
  private static func text(ofName name: UnsafeRawBufferPointer) -> String {
    do {
      return try TextDecoder.decode(name).text
    } catch {
      // A name may be too short or too rare to tell its encoding by.
      return FileNameDecoder.text(of: Array(name))
    }
  }
}
