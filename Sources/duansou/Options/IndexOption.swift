import ArgumentParser
import Foundation
import ReportSearch
import ReportSearchPostgreSQL

/// The option for the index that a command uses.
struct IndexOption: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      say(
        "索引文件或服务器地址；默认为环境变量 DUANSOU_INDEX 的值，否则为 index/reports.sqlite",
        "The index: a file or the address of a server; by default $DUANSOU_INDEX, else "
          + "index/reports.sqlite."
      ),
      valueName: say("索引", "index")))
  var file: String?

  /// The location of the index: the option's value, else `DUANSOU_INDEX`, else
  /// `index/reports.sqlite`.
  var place: IndexPlace {
    let named = file ?? Console.current.environment["DUANSOU_INDEX"] ?? ""
    return IndexPlace(named.isEmpty ? "index/reports.sqlite" : named)
  }

  /// Returns the path of the index file, for operations that require a file.
  ///
  /// - Throws: An `IndexError` if the index is on a server.
  func pathOfFile() throws -> String {
    // The address may contain a password and must not be printed.
    guard let path = place.path else { throw IndexError(path: "postgresql://…", kind: .notAFile) }
    return path
  }

  /// Returns the address of the server, for operations that require a server.
  ///
  /// - Throws: A `ValidationError` if the index is a file.
  func addressOfServer() throws -> String {
    guard case .server(let address) = place else {
      throw ValidationError(
        say(
          "此命令只用于服务器上的索引；请写 --index postgresql://用户@主机/数据库",
          "This command requires an index on a server. Write --index postgresql://USER@HOST/DATABASE"
        ))
    }
    return address
  }

  /// Calls a closure with the index. All its reads see one committed state.
  ///
  /// - Throws: An `IndexError`, or any error thrown by the closure.
  func read(_ body: (Searcher) throws -> Void) throws { try open().read(body) }

  /// Opens the index for reading.
  ///
  /// - Throws: An `IndexError`.
  func open() throws -> ReportIndex { try place.open() }

  /// Opens the index for writing.
  ///
  /// - Parameter creating: If true, creates the index if there is none.
  /// - Throws: An `IndexError`.
  func writer(creating: Bool = false) throws -> IndexWriter {
    if !creating { _ = try open() }
    return try place.writer()
  }
}
