import Foundation

/// A table of test cases in `Suites`: TAB-separated cells, and comment lines that start with `#`.
public struct SuiteTable {
  /// The cells of a row.
  public typealias Row = [String]

  /// The rows, without comments and empty lines.
  public let rows: [Row]

  /// Reads the table with a file name.
  public init(_ name: String) throws {
    let path = ProjectFolder.root + "/Tests/ReportSearchTests/Suites/" + name
    rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("# ") && $0 != "#" }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
