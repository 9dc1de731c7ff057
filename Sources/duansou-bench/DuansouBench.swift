import ArgumentParser
import Foundation
import ReportSearch

/// Measures indexing and searching on paragraphs that other engines are measured on as well.
@main
struct DuansouBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duansou-bench",
    abstract: "Measure indexing and searching; prints a JSON object a line.",
    discussion: """
      PARAGRAPHS has one paragraph a line, an id, a tab and the text; QUERIES one string a line. The \
      index is written to FOLDER, and replaced if it is there. Times of queries are the best of 15 \
      after a warm-up, in this process, with the index open.
      """)

  @Argument(help: "A file of paragraphs: id, tab, text.")
  var paragraphs: String

  @Argument(help: "A file of queries, one a line.")
  var queries: String

  @Argument(help: "A folder for the index.")
  var folder: String

  mutating func run() throws {
    let path = folder + "/duansou-bench.sqlite"
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    try TokenizingMeasurement(of: ParagraphFile(at: paragraphs)).print()
    try IndexingMeasurement(of: ParagraphFile(at: paragraphs), indexPath: path).print()
    let index = try ReportIndex(path: path)
    for query in try String(contentsOfFile: queries, encoding: .utf8).split(separator: "\n") {
      try QueryMeasurement(of: String(query), in: index).print()
    }
  }
}
