import Corpus
import Foundation

/// The paragraphs of a file, one on each line, as sources of up to a thousand paragraphs.
struct ParagraphFile: Sequence, IteratorProtocol {
  private let bytes: Data
  private var place = 0
  private var count = 0

  /// Maps a file into memory.
  init(at path: String) throws {
    bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
  }

  mutating func next() -> Source? {
    var paragraphs: [Paragraph] = []
    var byteCount = 0
    place = bytes.withUnsafeBytes { bytes in
      var start = place
      while paragraphs.count < 1000, start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        if let tab = bytes[start..<end].firstIndex(of: UInt8(ascii: "\t")) {
          let text = String(decoding: bytes[(tab + 1)..<end], as: UTF8.self)
          byteCount += text.utf8.count
          paragraphs.append(Paragraph(text: text, kind: .body, heading: nil, lineNumber: 1))
        }
        start = end + 1
      }
      return start
    }
    guard !paragraphs.isEmpty else { return nil }
    count += 1
    let report = Report(
      part: 1, head: ReportHead(title: "\(count)"), paragraphs: paragraphs)
    return Source(
      digest: Array(report.title.utf8).withUnsafeBytes { Digest(of: $0) }, byteCount: byteCount,
      format: .text, encoding: .utf8, reports: [report], removedLines: [])
  }
}
