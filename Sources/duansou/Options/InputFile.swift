import Corpus
import Foundation

/// Reads text files named by options.
enum InputFile {
  /// Returns the text of a UTF-8 file.
  ///
  /// - Throws: A `ReadingError` if the file cannot be read or is not UTF-8.
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

/// An error in the content of a file named by an option.
struct InputFileError: Error {
  /// The path of the file.
  let path: String
  /// The localized description of the error.
  let message: String
}
