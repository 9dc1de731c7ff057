import Corpus
import Foundation
import TextAnalysis

/// Compares the paragraphs extracted from web pages with the expected ones.
struct WebPages {
  let folder: String

  /// Prints a line for each page and the mean F1. Returns the mean, or 1 if there are no pages.
  ///
  /// The expected pages have no titles, so extracted titles are ignored. They contain buttons, labels and
  /// bylines, which are not text: paragraphs without a full stop are ignored on both sides, unless the page
  /// has no others.
  func measure() throws -> Double {
    guard FileManager.default.fileExists(atPath: folder) else { return 1 }
    print("page            precision  recall     F1")
    var scores: [Double] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let page = try Extraction.source(at: "\(folder)/\(name)/expected.html")
      let texts = page.reports.flatMap(\.paragraphs).map(\.text) + page.removedLines.map(\.text)
      let hasSentences = texts.contains { $0.contains("。") }
      let expected = texts.filter { !hasSentences || $0.contains("。") }.map(Extraction.comparable)
      let found = try Extraction.source(at: "\(folder)/\(name)/source.html").reports
        .flatMap(\.paragraphs).filter {
          $0.kind != .title && (!hasSentences || $0.text.contains("。"))
        }
        .map { Extraction.comparable($0.text) }
      let (precision, recall) = Self.agreement(of: found, with: expected)
      let score = 2 * precision * recall / max(precision + recall, .leastNonzeroMagnitude)
      scores.append(score)
      if Extraction.showsDifferences {
        for text in found where !expected.contains(text) {
          print("  + " + String(decoding: text.prefix(90), as: UTF8.self))
        }
        for text in expected where !found.contains(text) {
          print("  - " + String(decoding: text.prefix(90), as: UTF8.self))
        }
      }
      print(
        name.padding(toLength: 16, withPad: " ", startingAt: 0)
          + String(format: "%9.3f %7.3f %6.3f", precision, recall, score))
    }
    let mean = scores.reduce(0, +) / Double(max(scores.count, 1))
    print(String(format: "mean F1 %.3f", mean))
    return mean
  }

  private static func agreement(
    of found: [[UInt8]], with expected: [[UInt8]]
  ) -> (precision: Double, recall: Double) {
    var left: [[UInt8]: Int] = [:]
    for paragraph in expected { left[paragraph, default: 0] += 1 }
    var common = 0
    for paragraph in found where left[paragraph, default: 0] > 0 {
      left[paragraph]! -= 1
      common += 1
    }
    return (Double(common) / Double(max(found.count, 1)), Double(common) / Double(expected.count))
  }
}
