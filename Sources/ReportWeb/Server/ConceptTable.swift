import Corpus
import Foundation
import ReportSearch
import Synchronization

/// The concepts available in queries, reloaded when the file changes, appears or disappears.
final class ConceptTable: Sendable {
  /// A snapshot of the concepts.
  struct Concepts: Sendable {
    /// A parser that resolves these concepts.
    let parser: QueryParser
    /// The digest of the file; empty if there is no file.
    let version: String
  }

  private let path: String?
  private let mayBeMissing: Bool
  private let known = Mutex<(bytes: Data?, concepts: Concepts)?>(nil)

  /// Creates a table. Nothing is read yet.
  ///
  /// - Parameters:
  ///   - path: The path of the file; `nil` if only the built-in concepts are used.
  ///   - mayBeMissing: True if a missing file is not an error. The built-in concepts are used
  ///     meanwhile.
  init(path: String?, mayBeMissing: Bool) {
    self.path = path
    self.mayBeMissing = mayBeMissing
  }

  /// Returns the concepts of the current file.
  ///
  /// Each call reads the file, which is small. Neither its modification time nor its size proves
  /// that it is unchanged.
  ///
  /// - Throws: A ``WebError`` if the file cannot be read or is not a valid table.
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
