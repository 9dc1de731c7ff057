import Foundation

/// A file that appears under its name only when it is complete.
///
/// It is written beside its place and moved there by ``commit()``. A program that stops before that
/// leaves what stood there before.
public final class AtomicFile {
  /// The path under which the file will appear.
  public let path: String
  private let temporaryPath: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var isCommitted = false

  /// Begins a file.
  ///
  /// - Throws: A ``HitListError`` if the folder cannot be written to.
  public init(path: String) throws {
    self.path = path
    let url = URL(fileURLWithPath: path)
    temporaryPath =
      url.deletingLastPathComponent()
      .appendingPathComponent(".\(url.lastPathComponent).\(getpid()).partial").path
    let descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw HitListError(path: path, code: errno) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  deinit {
    if !isCommitted { unlink(temporaryPath) }
  }

  /// Adds text.
  ///
  /// - Throws: A ``HitListError``, for example if the disk is full.
  public func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= 1 << 16 { try flush() }
  }

  /// Completes the file and gives it its name.
  ///
  /// - Throws: A ``HitListError``; what stood there before is then untouched.
  public func commit() throws {
    try flush()
    guard fsync(handle.fileDescriptor) == 0, rename(temporaryPath, path) == 0 else {
      throw HitListError(path: path, code: errno)
    }
    isCommitted = true
  }

  private func flush() throws {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.write(handle.fileDescriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw HitListError(path: path, code: errno)
      }
      rest = rest.dropFirst(count)
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// The reason why a hit list could not be written.
public struct HitListError: Error, Hashable, Sendable {
  /// The path of the file.
  public let path: String
  /// The system's `errno`.
  public let code: Int32

  /// Creates an error.
  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// What is wrong and what to do, in one sentence.
  public func message(in language: Language) -> String {
    let reason = SystemReason.text(of: code, in: language)
    return language.choose(
      "无法写入 \(path)：\(reason)。原有文件未动；请检查磁盘空间和写入权限。",
      "\(path) cannot be written: \(reason). What was there is untouched; check the disk's space and "
        + "the right to write.")
  }
}
