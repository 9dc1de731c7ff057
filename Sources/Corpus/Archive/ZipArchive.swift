import CZip

/// A ZIP archive in memory, and what is packed in it.
///
/// Entries are unpacked into memory, never into files. What they may take together is limited by what
/// is really produced, since an archive can claim any size and a few kilobytes unpack to terabytes.
final class ZipArchive {
  /// One packed file or folder.
  struct Entry: Hashable, Sendable {
    /// The name with its folders, which are separated by `/` in most archives.
    let name: String
    /// The size that the archive claims, unpacked: bytes.
    let claimedByteCount: Int
    /// Whether it can be unpacked with a password only.
    let isEncrypted: Bool
    /// Whether it is a folder.
    let isFolder: Bool
    fileprivate let index: UInt64
  }

  /// The entries in the order of the archive.
  let entries: [Entry]

  private let handle: OpaquePointer
  private let limit: Int
  /// How many bytes the entries may still give.
  private(set) var bytesLeft: Int
  /// How many bytes the entries have given.
  var spentByteCount: Int { limit - bytesLeft }

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - bytes: The whole archive, which must stay in place as long as the archive is used.
  ///   - limit: How many bytes all entries may give together.
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
  /// - Throws: `encrypted`, `unpacksTooLarge`, or `unparsable` if the entry is damaged.
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

  /// Takes memory from what the archive may give, for what its readers make of few bytes: references
  /// that repeat a text, columns that are left out.
  ///
  /// - Throws: `unpacksTooLarge` if there is not so much left.
  func spend(_ byteCount: Int) throws(ReadingError.Kind) {
    guard byteCount <= bytesLeft else {
      bytesLeft = 0
      throw .unpacksTooLarge(limit: limit)
    }
    bytesLeft -= byteCount
  }

  /// What is reserved for an entry at most before it is unpacked: bytes.
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

  /// Decodes a name as texts are decoded: UTF-8, or GB 18030, in which Chinese Windows packs.
  private static func text(ofName name: UnsafeRawBufferPointer) -> String {
    do {
      return try TextDecoder.decode(name).text
    } catch {
      // A name may be too short or too rare to tell its encoding by.
      return FileNameDecoder.text(of: Array(name))
    }
  }
}
