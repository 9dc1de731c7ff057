import Foundation

/// A table of cases in `Suites`: cells with TABs between them, comments behind `#` at the start of a line.
public struct SuiteTable {
  /// The cells of a row.
  public typealias Row = [String]

  /// The rows.
  public let rows: [Row]

  /// Reads a table.
  public init(_ name: String) throws {
    let path = ProjectFolder.root + "/Tests/ReportSearchTests/Suites/" + name
    rows = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("# ") && $0 != "#" }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
