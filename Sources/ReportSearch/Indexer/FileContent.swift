import Corpus
import Foundation

/// Reads whole files.
enum FileContent {
  /// Returns the bytes of a file.
  ///
  /// - Throws: A ``ReadingError`` with the system's reason.
  static func bytes(of path: String) throws(ReadingError) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      let reason = (error as? CocoaError)?.underlying as? POSIXError
      throw ReadingError(path: path, kind: .system(reason?.code.rawValue ?? EIO))
    }
  }
}
