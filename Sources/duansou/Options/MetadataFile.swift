import Corpus
import Foundation
import ReportSearch

/// Reads a file of what is known about reports: of `--metadata`, of `corrections import`.
enum MetadataFile {
  /// Returns what the file tells, with absolute paths. A path that is not absolute is looked for beside
  /// the file, then in the working folder.
  ///
  /// - Throws: A `ReadingError` if the system refuses the file, else a ``MetadataFileError``.
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

/// Why a file of metadata cannot be used.
struct MetadataFileError: Error {
  /// The path of the file.
  let path: String
  /// What is wrong.
  let failure: MetadataTable.Failure
}
