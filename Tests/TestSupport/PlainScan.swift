import Foundation
import TextAnalysis

/// A reference for literal search that scans every paragraph and uses no index.
public struct PlainScan: Sendable {
  /// The folded paragraphs, in UTF-8.
  public let paragraphs: [[UInt8]]

  /// Creates a reference of paragraphs and folds them.
  public init(_ paragraphs: [String]) { self.paragraphs = paragraphs.map { FoldedText($0).utf8 } }

  /// Returns the number of non-overlapping occurrences of a string in each paragraph that contains
  /// it.
  ///
  /// The string is folded like the paragraphs. Keys are paragraph numbers from 0.
  public func matches(of string: String) -> [Int: Int] {
    let wanted = FoldedText(string).utf8
    var found: [Int: Int] = [:]
    for (number, paragraph) in paragraphs.enumerated() {
      let count = Self.count(of: wanted, in: paragraph)
      if count > 0 { found[number] = count }
    }
    return found
  }

  /// Returns the number of non-overlapping occurrences of `wanted` in `text`, found from left to
  /// right.
  public static func count(of wanted: [UInt8], in text: [UInt8]) -> Int {
    text.withUnsafeBytes { text in
      wanted.withUnsafeBytes { wanted in
        guard let first = wanted.first else { return 0 }
        var count = 0
        var place = 0
        while place + wanted.count <= text.count {
          let rest = text.baseAddress! + place
          guard let start = memchr(rest, Int32(first), text.count - place - wanted.count + 1) else {
            break
          }
          place = UnsafeRawPointer(start) - text.baseAddress!
          let isFound = memcmp(start, wanted.baseAddress!, wanted.count) == 0
          if isFound { count += 1 }
          place += isFound ? wanted.count : 1
        }
        return count
      }
    }
  }
}
