import Corpus
import Foundation

/// Compares the paragraphs of texts with those of the same texts in another format.
struct SameText {
  let texts: String
  let others: String

  /// Prints the share of equal paragraphs, and every difference if ``Extraction/showsDifferences``
  /// is set.
  func measure() throws {
    var (all, equal, files) = (0, 0, 0)
    var format = ""
    for name in try FileManager.default.contentsOfDirectory(atPath: others).sorted() {
      let text = "\(texts)/\((name as NSString).deletingPathExtension).txt"
      guard FileManager.default.fileExists(atPath: text) else { continue }
      let wanted = try Extraction.paragraphs(of: text)
      let source = try Extraction.source(at: "\(others)/\(name)")
      let found = source.reports.flatMap(\.paragraphs).map { Extraction.comparable($0.text) }
      let difference = found.difference(from: wanted)
      format = source.format.rawValue
      files += 1
      all += wanted.count
      equal += wanted.count - difference.removals.count
      if Extraction.showsDifferences {
        for change in difference { print("  \(name) \(Self.text(of: change))") }
      }
    }
    print("\(format): \(equal) of \(all) paragraphs in \(files) files")
  }

  private static func text(of change: CollectionDifference<[UInt8]>.Change) -> String {
    switch change {
    case .insert(_, let text, _): "+ " + String(decoding: text.prefix(120), as: UTF8.self)
    case .remove(_, let text, _): "- " + String(decoding: text.prefix(120), as: UTF8.self)
    }
  }
}
