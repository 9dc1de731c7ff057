import Corpus
import Foundation

/// Reads a text file that an option names.
enum InputFile {
  /// Returns the text of a file in UTF-8.
  ///
  /// - Throws: A `ReadingError` if the system refuses the file, or it is no text.
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

/// Why a file that an option names cannot be used.
struct InputFileError: Error {
  /// The path of the file.
  let path: String
  /// What is wrong with it, in the user's language.
  let message: String
}
