import Corpus
import Foundation

/// Reads small files that were named on the command line.
enum ReadableFile {
  /// Returns the text of a file.
  ///
  /// - Throws: A `ReadingError` if the system refuses the file, or if it is no UTF-8.
  static func text(of path: String) throws -> String {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      let reason = (error as? CocoaError)?.underlying as? POSIXError
      throw ReadingError(path: path, kind: .system(reason?.code.rawValue ?? EIO))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw ReadingError(path: path, kind: .notText(nil))
    }
    return text
  }
}
