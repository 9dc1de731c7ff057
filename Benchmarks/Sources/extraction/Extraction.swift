import Corpus
import Foundation
import TestSupport
import TextAnalysis

/// Measures the text extracted from real pages and files against reference texts.
///
/// ```
/// extraction FOLDER
/// extraction same TEXTS OTHERS
/// ```
///
/// The first form uses those of these subfolders of FOLDER that exist:
///
/// * `readability-zh`: web pages, each a folder with `source.html` and `expected.html`;
/// * `national-gb18030` and `national-clean`: the same reports as scraped and as cleaned;
/// * `national-clean` and `seeds`: the texts of the judged years in `years.tsv` and `years-2.tsv`.
///
/// The second form compares a folder of texts with a folder of the same texts in another format.
@main
struct Extraction {
  static func main() throws {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "same" {
      return try SameText(texts: arguments[2], others: arguments[3]).measure()
    }
    guard arguments.count == 2 else {
      print("usage: extraction FOLDER | extraction same TEXTS OTHERS")
      exit(64)
    }
    let folder = arguments[1]
    let pages = try WebPages(folder: folder + "/readability-zh").measure()
    let reports = try CleanedReports(
      scraped: folder + "/national-gb18030", clean: folder + "/national-clean"
    ).measure()
    let years = try ["years.tsv", "years-2.tsv"].map { name in
      try JudgedYears(
        folders: [folder + "/national-clean", folder + "/seeds"],
        judgments: "\(ProjectFolder.root)/Benchmarks/Sources/extraction/\(name)"
      ).measure()
    }.min()!
    guard pages >= leastScore, reports >= leastScore, years >= leastYears else {
      print("a score is below \(leastScore), or a share of years or bases is below \(leastYears)")
      exit(1)
    }
  }

  /// The minimum of the mean F1 of pages and of the share of clean paragraphs.
  private static let leastScore = 0.97

  /// The minimum of the shares of correct years and bases.
  private static let leastYears = 0.95

  /// True if the environment variable `SHOW_DIFFERENCES` is set, which prints every difference.
  static let showsDifferences = ProcessInfo.processInfo.environment["SHOW_DIFFERENCES"] != nil

  static func source(at path: String) throws -> Source {
    try Data(contentsOf: URL(fileURLWithPath: path)).withUnsafeBytes {
      bytes throws(ReadingError) in try SourceReader().read(bytes, path: path)
    }
  }

  /// Returns the paragraphs of a file in comparable form.
  static func paragraphs(of path: String) throws -> [[UInt8]] {
    try source(at: path).reports.flatMap(\.paragraphs).map { comparable($0.text) }
  }

  /// Returns the folded text without white space and dashes, which are ignored when two editions
  /// are compared, in UTF-8.
  static func comparable(_ text: String) -> [UInt8] {
    let folded = FoldedText(text).string.unicodeScalars
    return Array(
      String(
        String.UnicodeScalarView(folded.filter { !" \u{A0}\t-—─".unicodeScalars.contains($0) })
      )
      .utf8)
  }
}
