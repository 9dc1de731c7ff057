import Corpus
import Foundation
import ReportSearch
import TextAnalysis

/// The speed of folding and bigram tokenization, without an index.
struct TokenizingMeasurement: Encodable {
  let peer = "duansou"
  let phase = "tokenize"
  let seconds: Double
  let text_bytes: Int
  let tokens: Int
  let megabytes_per_second: Double

  /// Records the best of five runs over all paragraphs, which are in memory.
  init(of file: ParagraphFile) throws {
    let texts = file.flatMap { $0.reports[0].paragraphs.map { Array($0.text.utf8) } }
    let tokenizer = BigramTokenizer()
    var best = Duration.seconds(1_000_000)
    var count = 0
    for _ in 0..<5 {
      count = 0
      let spent = ContinuousClock().measure {
        for text in texts {
          text.withUnsafeBufferPointer { text in
            tokenizer.forEachToken(in: text, for: .document) { _, _ in
              count &+= 1
              return true
            }
          }
        }
      }
      best = min(best, spent)
    }
    seconds = best.seconds
    text_bytes = texts.reduce(0) { $0 + $1.count }
    tokens = count
    megabytes_per_second = Double(text_bytes) / seconds / 1e6
  }
}

/// The speed of folding, tokenizing and storing, up to a committed and optimized index, which has
/// one list per token.
struct IndexingMeasurement: Encodable {
  let peer = "duansou"
  let phase = "index"
  let seconds: Double
  let text_bytes: Int
  let index_bytes: Int
  let paragraphs: Int
  let megabytes_per_second: Double
  let peak_memory_bytes: Int

  /// Measures the time in the writer, without the time to read the file of paragraphs.
  init(of file: ParagraphFile, indexPath: String) throws {
    var writer: IndexWriter? = try IndexWriter(path: indexPath)
    var spent = Duration.zero
    var bytes = 0
    var count = 0
    for (number, source) in file.enumerated() {
      let stamp = FileStamp(
        path: "/\(number)", byteCount: source.byteCount, modifiedNanoseconds: 0, inode: number)
      spent += try ContinuousClock().measure { try writer!.add(source, file: stamp) }
      bytes += source.byteCount
      count += source.reports[0].paragraphs.count
    }
    spent += try ContinuousClock().measure {
      try writer!.optimize()
      // Closing checkpoints the write-ahead log into the index.
      writer = nil
    }
    seconds = spent.seconds
    text_bytes = bytes
    paragraphs = count
    megabytes_per_second = Double(bytes) / seconds / 1e6
    index_bytes =
      try FileManager.default.attributesOfItem(atPath: indexPath)[.size] as? Int ?? 0
    peak_memory_bytes = PeakMemory.byteCount
  }
}

/// The times of one query: for the ten best hits with the exact total, and for the total alone.
struct QueryMeasurement: Encodable {
  let peer = "duansou"
  let phase = "query"
  let set: String
  let query: String
  let hits: Int
  let top10_ms: Double
  let count_ms: Double
  let interface_top10_ms: Double

  /// Measures a query.
  ///
  /// - Parameters:
  ///   - text: The string of which the query is made.
  ///   - interface: The same index, read through FTS5's interface.
  init(
    of query: Query, in set: QuerySet, text: String, index: ReportIndex, interface: ReportIndex
  ) throws {
    self.set = set.rawValue
    self.query = text
    hits = try Self.ranking(of: query, limit: 10, in: index).totals.paragraphs
    top10_ms = try Self.best { _ = try Self.ranking(of: query, limit: 10, in: index) }
    count_ms = try Self.best { _ = try Self.ranking(of: query, limit: 0, in: index) }
    interface_top10_ms = try Self.best {
      _ = try Self.ranking(of: query, limit: 10, in: interface)
    }
  }

  private static func ranking(
    of query: Query, limit: Int, in index: ReportIndex
  ) throws -> (totals: SearchResult.Totals, best: [RankedParagraph]) {
    try index.read { try $0.ranking(of: query, limit: limit) }
  }

  /// Returns the shortest of 15 times, in milliseconds.
  private static func best(_ body: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<15 {
      let start = ContinuousClock.now
      try body()
      best = min(best, (ContinuousClock.now - start).seconds * 1000)
    }
    return best
  }
}

extension Encodable {
  /// Prints the value as JSON on one line.
  func print() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    Swift.print(String(decoding: try encoder.encode(self), as: UTF8.self))
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double { self / .seconds(1) }
}
