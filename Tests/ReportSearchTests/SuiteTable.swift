import Foundation

/// A table of cases in `Suites`: cells with TABs between them, comments behind `#` at the start of a line.
struct SuiteTable {
  typealias Row = [String]

  /// The rows.
  let rows: [Row]

  /// Reads a table beside the tests.
  init(_ name: String, filePath: StaticString = #filePath) throws {
    let url = URL(fileURLWithPath: "\(filePath)").deletingLastPathComponent()
      .appendingPathComponent("Suites/\(name)")
    rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("# ") && $0 != "#" }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
