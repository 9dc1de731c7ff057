import Foundation
import ReportSearch
import ReportSearchPostgreSQL
import TestSupport
import TextAnalysis

/// Compares the answers of an index file with those of a PostgreSQL server, byte for byte.
///
/// `same-answers suite FILE` writes the index of the query suite. `same-answers compare NAME FILE
/// URI COUNT` compares all queries of the suite, COUNT random queries, COUNT strings and some
/// questions. `same-answers times QUERIES COUNT FILE URI` measures queries on both.
@main
struct SameAnswers {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "suite" where arguments.count == 2: try QuerySuite().write(to: arguments[1])
    #if PostgreSQL
      case "compare" where arguments.count == 5:
        let start = ContinuousClock.now
        var comparison = Comparison(
          try ReportIndex(path: arguments[2]), try ReportIndex(postgreSQL: arguments[3]))
        try comparison.compareAll(drawn: Int(arguments[4])!)
        print(
          "\(arguments[1]): \(comparison.summary), \((ContinuousClock.now - start) / .seconds(1)) s"
        )
        if !comparison.differences.isEmpty { exit(1) }
      case "times" where arguments.count == 5:
        try Times(repetitions: Int(arguments[2])!).measure(
          file: arguments[3], server: arguments[4], queries: arguments[1])
    #endif
    default:
      print(
        "usage: same-answers suite FILE | compare NAME FILE URI COUNT | times QUERIES COUNT FILE URI"
      )
      exit(64)
    }
  }
}
