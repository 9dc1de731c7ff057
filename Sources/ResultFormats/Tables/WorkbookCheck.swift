import CZip

/// Looks whether an XLSX file is whole.
///
/// The library that writes it does not look whether the temporary files took all that it wrote to them: on
/// a full disk it makes a file with half a sheet, and says that all is well.
enum WorkbookCheck {
  /// Returns whether all parts of a file end as XML does, and its sheets hold at least some numbers of bytes.
  ///
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
