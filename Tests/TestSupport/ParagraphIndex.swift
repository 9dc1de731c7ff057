public import Corpus
import Foundation
public import ReportSearch

/// A temporary index of given paragraphs, for searches of single literals.
public final class ParagraphIndex {
  /// The path of the index file.
  public let path: String
  private let folder: TemporaryFolder
  private let index: ReportIndex
  /// The position of each paragraph in the input, keyed by its row identifier in the index.
  private var numbers: [UInt32: Int] = [:]

  /// Indexes paragraphs as reports of up to `paragraphsPerReport` paragraphs each.
  public init(_ paragraphs: [String], paragraphsPerReport: Int = 7) throws {
    folder = try TemporaryFolder()
    path = folder("paragraphs.sqlite")
    let writer = try IndexWriter(path: path)
    var start = 0
    while start < paragraphs.count {
      let end = min(start + paragraphsPerReport, paragraphs.count)
      let source = Source(paragraphs: Array(paragraphs[start..<end]), name: "\(start)")
      try writer.add(source, file: .named("/\(start)"))
      start = end
    }
    try writer.commit()
    index = try ReportIndex(path: path)
    for number in paragraphs.indices { numbers[UInt32(number + 1)] = number }
  }

  /// Returns the match count of each paragraph that contains a literal. Keys are paragraph numbers
  /// from 0.
  public func matches(of literal: Literal) throws -> [Int: Int] {
    var found: [Int: Int] = [:]
    let query = Query.term(.literal(literal))
    let (totals, best) = try index.ranking(of: query, limit: .max)
    _ = try index.forEachHit(of: query) { hit in
      let number = numbers[best[hit.rank - 1].id]!
      found[number] = hit.matches.count
    }
    precondition(totals.paragraphs == found.count, "the total is that of the list")
    precondition(totals.matches == found.values.reduce(0, +), "FTS5 and the text count the same")
    return found
  }

  /// Returns the paragraphs that contain a literal and the total match count, from the ranking
  /// alone, without reading paragraph texts.
  public func ranking(of literal: Literal) throws -> (paragraphs: Set<Int>, matches: Int) {
    let (totals, best) = try index.ranking(of: .term(.literal(literal)), limit: .max)
    return (Set(best.map { numbers[$0.id]! }), totals.matches)
  }

  /// The open index.
  public var reportIndex: ReportIndex { index }
}

extension Source {
  /// Creates a source with one report of body paragraphs.
  public init(
    paragraphs: [String], name: String, year: Int? = nil, incompleteness: [Incompleteness] = []
  ) {
    let digest = Array("\(name)\(paragraphs)".utf8).withUnsafeBytes { Digest(of: $0) }
    let report = Report(
      part: 1, head: ReportHead(title: name),
      year: year.map { ReportYear(year: $0, basis: .title) } ?? .unknown,
      paragraphs: paragraphs.enumerated().map {
        Paragraph(text: $1, kind: .body, heading: nil, lineNumber: $0 + 1)
      })
    self.init(
      digest: digest, byteCount: paragraphs.reduce(0) { $0 + $1.utf8.count }, format: .text,
      encoding: .utf8, incompleteness: incompleteness, reports: [report], removedLines: [])
  }
}

extension FileStamp {
  /// Returns the stamp of a file that does not exist.
  public static func named(_ path: String) -> FileStamp {
    FileStamp(path: path, byteCount: 0, modifiedNanoseconds: 0, inode: 0)
  }
}
