import ArgumentParser
import Foundation
import ReportSearch

/// Measures indexing and searching on the paragraphs on which other engines are measured.
@main
struct DuansouBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duansou-bench",
    abstract: "Measure indexing and searching; prints a JSON object a line.",
    discussion: """
      PARAGRAPHS has one paragraph a line, an id, a tab and the text; if it is a folder, its files are \
      indexed as reports, with their years, and only queries are measured. QUERIES has one string a line, \
      of which sets of queries are made: alone, with the next one, near it, of some years. The index is \
      written to FOLDER, and replaced if it is there. Times of queries are the best of 15 after a warm-up, \
      in this process, with the index open; each query is also timed with the lists as FTS5's interface \
      gives them.
      """)

  @Argument(help: "A file of paragraphs (id, tab, text), or a folder of reports.")
  var paragraphs: String

  @Argument(help: "A file of queries, one a line.")
  var queries: String

  @Argument(help: "A folder for the index.")
  var folder: String

  @Flag(help: "Search the index that an earlier run has written to FOLDER.")
  var keepIndex = false

  @Option(help: ArgumentHelp("Measure only these queries; may be repeated.", valueName: "set"))
  var set: [QuerySet] = QuerySet.allCases

  mutating func run() async throws {
    let path = folder + "/duansou-bench.sqlite"
    if !keepIndex { try await index(to: path) }
    let index = try ReportIndex(path: path)
    let interface = try ReportIndex(path: path, postings: .interface)
    let strings = try String(contentsOfFile: queries, encoding: .utf8).split(separator: "\n")
      .compactMap { Literal(String($0)) }
    for set in set {
      for (place, string) in strings.enumerated() {
        try QueryMeasurement(
          of: set.query(of: strings, at: place), in: set, text: string.text, index: index,
          interface: interface
        ).print()
      }
    }
  }

  private func index(to path: String) async throws {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: paragraphs, isDirectory: &isFolder),
      isFolder.boolValue
    {
      _ = try await Indexer(indexPath: path).index([paragraphs])
      try IndexWriter(path: path).optimize()
    } else {
      try TokenizingMeasurement(of: ParagraphFile(at: paragraphs)).print()
      try IndexingMeasurement(of: ParagraphFile(at: paragraphs), indexPath: path).print()
    }
  }
}
