import ArgumentParser
import Foundation
import ReportSearch

/// Measures indexing and searching on the paragraphs on which other engines are measured.
@main
struct DuansouBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duansou-bench",
    abstract: "Measure indexing and searching. Prints one JSON object per line.",
    discussion: """
      PARAGRAPHS is a file with one paragraph per line: an identifier, a tab and the text. If it is a \
      folder, its files are indexed as reports with their years, and only queries are measured. QUERIES has \
      one string per line. Each set of queries combines the strings in one way: alone, with the next one, \
      near it, or in some years. The index is written to FOLDER and replaces an existing one. Query times \
      are the best of 15 after a warm-up, in this process, with the index open. Each query is also measured \
      through FTS5's own interface.
      """)

  @Argument(help: "A file of paragraphs (identifier, tab, text), or a folder of reports.")
  var paragraphs: String

  @Argument(help: "A file of strings to search for, one per line.")
  var queries: String

  @Argument(help: "The folder of the index.")
  var folder: String

  @Flag(help: "Use the index that an earlier run wrote to FOLDER.")
  var keepIndex = false

  @Option(
    help: ArgumentHelp("Measure only this set of queries. Can be repeated.", valueName: "set"))
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
