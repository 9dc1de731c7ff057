import Foundation

/// A temporary directory for the conversion of one file.
enum ConversionFolder {
  /// Creates an empty temporary directory that only this user can access, and removes it with its
  /// content after the body returns or throws.
  ///
  /// - Throws: The error of the body, or `system` if the directory cannot be created.
  static func with<Result>(
    _ body: (_ path: String) throws(ReadingError.Kind) -> Result
  ) throws(ReadingError.Kind) -> Result {
    let parent = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    var template = Array("\(parent)/duansou-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .system(errno) }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    // If the removal fails, the directory is left to the system's cleanup of temporary files.
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  /// Writes a new file that only this user can access.
  ///
  /// - Throws: `system`, also if the file already exists.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to path: String
  ) throws(ReadingError.Kind) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .system(errno) }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = Foundation.write(file, bytes.baseAddress! + written, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(errno) }
      written += count
    }
  }

  /// Returns the content of a file.
  ///
  /// - Throws: `unpacksTooLarge` if the file is larger than `limit` bytes, or `system` if it cannot
  ///   be read.
  static func bytes(of path: String, atMost limit: Int) throws(ReadingError.Kind) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(errno) }
    let byteCount = Int(status.st_size)
    guard byteCount <= limit else { throw .unpacksTooLarge(limit: limit) }
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
      while count < byteCount {
        let part = read(file, buffer.baseAddress! + count, byteCount - count)
        if part < 0, errno == EINTR { continue }
        if part < 0 { failure = errno }
        guard part > 0 else { break }
        count += part
      }
    }
    guard failure == 0 else { throw .system(failure) }
    return bytes
  }
}
