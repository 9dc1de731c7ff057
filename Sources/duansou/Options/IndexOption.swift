import ArgumentParser
import Foundation
import ReportSearch
import ReportSearchPostgreSQL

/// Which index a command works on.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      say(
        "索引文件，或服务器的地址；不写则用环境变量 DUANSOU_INDEX，再不然用 index/reports.sqlite",
        "The index: a file, or the address of a server; else $DUANSOU_INDEX, else index/reports.sqlite."
      ),
      valueName: say("索引", "index")))
  var file: String?

  /// Where the index is.
  var place: IndexPlace {
    let named = file ?? Console.current.environment["DUANSOU_INDEX"] ?? ""
    return IndexPlace(named.isEmpty ? "index/reports.sqlite" : named)
  }

  /// Returns the path of the index, for what can be done with a file only.
  ///
  /// - Throws: An `IndexError` if a server keeps it.
  func pathOfFile() throws -> String {
    // The address may hold a password, which is not to be repeated.
    guard let path = place.path else { throw IndexError(path: "postgresql://…", kind: .notAFile) }
    return path
  }

  /// Returns the address of the server that keeps the index, for what can be done with servers only.
  ///
  /// - Throws: A `ValidationError` if a file is named.
  func addressOfServer() throws -> String {
    guard case .server(let address) = place else {
      throw ValidationError(
        say(
          "分到几台上的是服务器上的索引：请写 --index postgresql://用户@主机/数据库",
          "what is spread is an index on a server: write --index postgresql://USER@HOST/DATABASE"))
    }
    return address
  }

  /// Calls a closure with the index, in one committed state of it.
  ///
  /// - Throws: An `IndexError`, or what the closure throws.
  func read(_ body: (Searcher) throws -> Void) throws { try open().read(body) }

  /// Opens the index, to search it.
  ///
  /// - Throws: An `IndexError`.
  func open() throws -> ReportIndex { try place.open() }

  /// Opens the index, to change it.
  ///
  /// - Parameter creating: Whether one is made if there is none.
  /// - Throws: An `IndexError`.
  func writer(creating: Bool = false) throws -> IndexWriter {
    if !creating { _ = try open() }
    return try place.writer()
  }
}
