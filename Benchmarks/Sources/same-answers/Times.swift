import Foundation
import ReportSearch

#if PostgreSQL
  import ReportSearchPostgreSQL

  /// Measures queries on an index file and on a server.
  struct Times {
    let repetitions: Int

    /// Prints for each query the number of matching paragraphs and the best times, for the ten best
    /// hits with their texts and for an export of all hits, in milliseconds.
    func measure(file: String, server: String, queries path: String) throws {
      let start = ContinuousClock.now
      let indexes = [try ReportIndex(path: file), try ReportIndex(postgreSQL: server)]
      _ = try indexes[1].read { try $0.ranking(of: QueryParser().parse("的"), limit: 0) }
      print(
        "# connected and attributes read in \((ContinuousClock.now - start) / .milliseconds(1)) ms")
      print("query\tparagraphs\tfile_ms\tserver_ms\tfile_export_ms\tserver_export_ms")
      for text in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
        let query = try QueryParser().parse(String(text))
        var found = 0
        let best = try indexes.map { index in
          try self.best { found = try index.search(query, limit: 10).totals.paragraphs }
        }
        let exports = try indexes.map { index in
          try self.best { _ = try index.read { try $0.forEachHit(of: query) { _ in } } }
        }
        let times = (best + exports).map { String(format: "%.2f", $0) }
        print("\(text)\t\(found)\t\(times.joined(separator: "\t"))")
      }
    }

    private func best(_ body: () throws -> Void) rethrows -> Double {
      try (0...repetitions).map { _ in
        let start = ContinuousClock.now
        try body()
        return (ContinuousClock.now - start) / .milliseconds(1)
      }.min()!
    }
  }
#endif
