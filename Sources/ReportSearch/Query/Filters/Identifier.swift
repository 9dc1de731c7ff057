public import Corpus

/// Stable identifiers of reports, paragraphs and matches, which are the same on every machine.
///
/// They depend only on the bytes of the source, the position within it and the version of the text
/// extraction. The leading letter prevents spreadsheets from reading them as numbers.
public enum Identifier {
  /// Returns the identifier of a report, for example `r4f1c09a27d35b8e6a0c1`.
  public static func report(source: Digest, part: Int) -> String {
    let parts = "\(source.hexadecimal)/\(part)/\(SourceReader.extractionVersion)"
    let digest = Array(parts.utf8).withUnsafeBytes { Digest(of: $0) }
    return "r" + digest.hexadecimal.prefix(20)
  }

  /// Returns `true` if the identifier of a report can begin with a text.
  static func isBeginningOfReport(_ text: String) -> Bool {
    text.first == "r" && text.utf8.count <= 21
      && text.utf8.dropFirst().allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
      }
  }

  /// Returns the identifier of a paragraph: the report's identifier and the paragraph's number
  /// within the report, from 1.
  public static func paragraph(report: String, number: Int) -> String { "\(report).\(number)" }

  /// Returns the identifier of a match: the paragraph's identifier and the range of folded
  /// characters.
  public static func match(paragraph: String, foldedRange: Range<Int>) -> String {
    "\(paragraph):\(foldedRange.lowerBound)-\(foldedRange.upperBound)"
  }
}
