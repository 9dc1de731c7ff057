import Corpus
import Foundation

/// Reads whole files.
enum FileContent {
  /// Returns the bytes of a file.
  ///
  /// - Throws: A ``ReadingError`` with the system's error number.
  static func bytes(of name: FileName) throws(ReadingError) -> Data {
    let descriptor = name.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      throw ReadingError(path: name.text, kind: .system(errno))
    }
    do {
      return try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).readToEnd() ?? Data()
    } catch {
      let reason = (error as? CocoaError)?.underlying as? POSIXError
      throw ReadingError(path: name.text, kind: .system(reason?.code.rawValue ?? EIO))
    }
  }
}
