import CZip

/// Checks that an XLSX file is complete.
///
/// The XLSX library does not check whether its writes to temporary files succeeded. On a full disk
/// it creates a file with a truncated sheet and reports success.
enum WorkbookCheck {
  /// Returns true if every part of the file ends like an XML document and each sheet is larger than
  /// its expected number of bytes.
  ///
  /// - Parameter sheetByteCounts: For each sheet, the bytes that the library wrote to its temporary
  ///   file.
  /// - Complexity: O(*n*) in the bytes of the parts.
  static func isWhole(_ path: String, sheetByteCounts: [Int]) -> Bool {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else { return false }
    defer { zip_discard(archive) }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    for place in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
      guard let name = zip_get_name(archive, place, 0),
        let part = zip_fopen_index(archive, place, 0)
      else { return false }
      defer { zip_fclose(part) }
      var (total, end) = (0, "")
      while true {
        let count = zip_fread(part, &buffer, UInt64(buffer.count))
        guard count >= 0 else { return false }
        guard count > 0 else { break }
        total += Int(count)
        end = String(
          (end + String(decoding: buffer[..<Int(count)].suffix(16), as: UTF8.self)).suffix(16))
      }
      guard end.last(where: { !$0.isWhitespace }) == ">" else { return false }
      for (sheet, byteCount) in sheetByteCounts.enumerated()
      where String(cString: name) == "xl/worksheets/sheet\(sheet + 1).xml" {
        guard end.hasSuffix("</worksheet>"), total > byteCount else { return false }
      }
    }
    return true
  }
}
