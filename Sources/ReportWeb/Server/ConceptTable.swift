import Corpus
import Foundation
import ReportSearch
import Synchronization

/// The table of concepts that queries may name, read anew when its file changes, appears or goes.
final class ConceptTable: Sendable {
  /// The concepts at one moment.
  struct Concepts: Sendable {
    /// A parser that knows them.
    let parser: QueryParser
    /// A name for them: another one for other bytes of the file.
    let version: String
  }

  private let path: String?
  private let mayBeMissing: Bool
  private let known = Mutex<(bytes: Data?, concepts: Concepts)?>(nil)

  /// Prepares a table; nothing is read yet.
  ///
  /// - Parameters:
  ///   - path: The file; `nil` if there can be none.
  ///   - mayBeMissing: True if the built-in concepts alone serve while there is no such file.
  init(path: String?, mayBeMissing: Bool) {
    self.path = path
    self.mayBeMissing = mayBeMissing
  }

  /// Returns the concepts of the file as it is now.
  ///
  /// The file is read each time, as it is small: neither its time nor its size proves that it is unchanged.
  ///
  /// - Throws: A ``WebError`` if the file cannot be read or is not such a table.
  func current() throws(WebError) -> Concepts {
    let bytes = try bytes()
    if let known = known.withLock({ $0 }), known.bytes == bytes { return known.concepts }
    let concepts = try concepts(bytes)
    known.withLock { $0 = (bytes, concepts) }
    return concepts
  }

  private func bytes() throws(WebError) -> Data? {
    guard let path else { return nil }
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      let code = (error as? CocoaError)?.underlying as? POSIXError
      if mayBeMissing, code?.code == .ENOENT { return nil }
      throw WebError(
        .conceptFile(ReadingError(path: path, kind: .system(code?.code.rawValue ?? EIO))))
    }
  }

  private func concepts(_ bytes: Data?) throws(WebError) -> Concepts {
    guard let path, let bytes else { return Concepts(parser: QueryParser(), version: "") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw WebError(.conceptFile(ReadingError(path: path, kind: .notText(nil))))
    }
    do throws(ConceptListError) {
      return Concepts(
        parser: QueryParser(concepts: ConceptList.sample.merging(try ConceptList(text))),
        version: bytes.withUnsafeBytes { Digest(of: $0) }.hexadecimal)
    } catch {
      throw WebError(.conceptList(error))
    }
  }
}
