public import Corpus

/// Names of reports, paragraphs and matches that are the same on every machine.
///
/// They depend on nothing but the bytes of the source, the place in it and the version of extraction.
/// The letter in front keeps spreadsheets from reading them as numbers.
public enum Identifier {
  /// The name of a report, for example `r4f1c09a27d35b8e6a0c1`.
  public static func report(source: Digest, part: Int) -> String {
    let parts = "\(source.hexadecimal)/\(part)/\(SourceReader.extractionVersion)"
    let digest = Array(parts.utf8).withUnsafeBytes { Digest(of: $0) }
    return "r" + digest.hexadecimal.prefix(20)
  }

  /// True if the name of a report can begin with a text.
  static func isBeginningOfReport(_ text: String) -> Bool {
    text.first == "r" && text.utf8.count <= 21
      && text.utf8.dropFirst().allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
      }
  }

  /// The name of a paragraph: its report and its number there, from 1.
  public static func paragraph(report: String, number: Int) -> String { "\(report).\(number)" }

  /// The name of a match: its paragraph and its range of folded characters.
  public static func match(paragraph: String, foldedRange: Range<Int>) -> String {
    "\(paragraph):\(foldedRange.lowerBound)-\(foldedRange.upperBound)"
  }
}
