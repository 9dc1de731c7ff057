import Corpus
import Foundation
import ReportSearch

/// Reads the metadata files of `index --metadata` and `corrections import`.
enum MetadataFile {
  /// Returns the metadata in the file, with absolute paths. A relative path is resolved against the
  /// file's folder if it exists there, else against the working folder.
  ///
  /// - Throws: A `ReadingError` if the file cannot be read, a ``MetadataFileError`` if it is not
  ///   valid.
  static func facts(of path: String) throws -> [ToldFact] {
    let file = URL(fileURLWithPath: path)
    let data: Data
    do {
      data = try Data(contentsOf: file)
    } catch {
      let reason = (error as? CocoaError)?.underlying as? POSIXError
      throw ReadingError(path: path, kind: .system(reason?.code.rawValue ?? EIO))
    }
    let table: MetadataTable
    do throws(MetadataTable.Failure) {
      table = try MetadataTable(Array(data))
    } catch {
      throw MetadataFileError(path: path, failure: error)
    }
    let folder = file.deletingLastPathComponent()
    return table.rows.map { row in
      ToldFact(
        path: absolute(row.path, beside: folder), part: row.part, digest: row.digest,
        metadata: row.metadata)
    }
  }

  private static func absolute(_ path: String, beside folder: URL) -> String {
    if path.hasPrefix("/") { return resolved(URL(fileURLWithPath: path)) }
    let beside = folder.appendingPathComponent(path)
    return resolved(
      FileManager.default.fileExists(atPath: beside.path) ? beside : URL(fileURLWithPath: path))
  }

  private static func resolved(_ url: URL) -> String {
    url.standardizedFileURL.resolvingSymlinksInPath().path
  }
}

/// An error in the content of a metadata file.
struct MetadataFileError: Error {
  /// The path of the file.
  let path: String
  /// The error that was found.
  let failure: MetadataTable.Failure
}
