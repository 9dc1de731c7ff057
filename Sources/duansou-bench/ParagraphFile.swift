import Corpus
import Foundation

/// A file with a paragraph on each line, as sources of a thousand paragraphs each.
struct ParagraphFile: Sequence, IteratorProtocol {
  private let bytes: Data
  private var place: Data.Index
  private var count = 0

  /// Opens a file; its pages are read when they are needed.
  init(at path: String) throws {
    bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    place = bytes.startIndex
  }

  mutating func next() -> Source? {
    var paragraphs: [Paragraph] = []
    var byteCount = 0
    while paragraphs.count < 1000, place < bytes.endIndex {
      let rest = bytes[place...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
      if let tab = rest[..<end].firstIndex(of: UInt8(ascii: "\t")) {
        let text = String(decoding: bytes[(tab + 1)..<end], as: UTF8.self)
        byteCount += text.utf8.count
        paragraphs.append(Paragraph(text: text, kind: .body, heading: nil, lineNumber: 1))
      }
      place = Swift.min(end + 1, bytes.endIndex)
    }
    guard !paragraphs.isEmpty else { return nil }
    count += 1
    let report = Report(
      part: 1, title: "\(count)", year: .unknown, publishDate: nil, paragraphs: paragraphs)
    return Source(
      digest: Array(report.title.utf8).withUnsafeBytes { Digest(of: $0) }, byteCount: byteCount,
      format: .text, encoding: .utf8, reports: [report], removedLines: [])
  }
}
