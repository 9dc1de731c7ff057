import Corpus
import Foundation

/// Compares the years of matches with judgments by readers.
///
/// The table contains positions and judgments but no text. A fingerprint of the paragraph's text
/// detects a paragraph that has changed since it was judged.
struct JudgedYears {
  let folders: [String]
  let judgments: String

  private struct Judgment {
    let file, term: String
    let part, paragraph: Int
    let fingerprint: String
    let character: Int
    let row, kind, basis, doubt: String

    init?(_ line: Substring) {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 11, let part = Int(cells[1]), let paragraph = Int(cells[2]),
        let character = Int(cells[4])
      else { return nil }
      (file, fingerprint, term) = (cells[0], cells[3], cells[6])
      (self.part, self.paragraph, self.character) = (part, paragraph, character)
      (row, kind, basis, doubt) = (cells[7], cells[8], cells[9], cells[10])
    }
  }

  /// Prints each difference and the shares of agreement.
  ///
  /// Exits with 1 if a judged paragraph has changed.
  ///
  /// - Returns: The lower one of the shares of years and bases; 0 if text without a year was dated;
  ///   1 if the texts are not available.
  func measure() throws -> Double {
    let lines = try String(contentsOfFile: judgments, encoding: .utf8).split(separator: "\n")
    let judged = lines.filter { !$0.hasPrefix("#") }.dropFirst().compactMap(Judgment.init)
    var sources: [String: Source] = [:]
    var (count, rows, kinds, bases, wrongYears) = (0, 0, 0, 0, 0)
    print("\njudged years: file, paragraph, term: judged | said")
    for judgment in judged {
      let path = folders.map { "\($0)/\(judgment.file)" }
        .first(where: FileManager.default.fileExists)
      guard let path else { continue }
      let source = try sources[path] ?? Extraction.source(at: path)
      sources[path] = source
      guard let said = Self.span(at: judgment, in: source) else {
        print(
          "\(judgment.file) \(judgment.paragraph): the paragraph has changed since it was judged")
        exit(1)
      }
      count += 1
      rows += said.years.row == judgment.row ? 1 : 0
      kinds += said.kind.rawValue == judgment.kind ? 1 : 0
      bases += said.basis.rawValue == judgment.basis ? 1 : 0
      let isDated = said.kind == .fact || said.kind == .target
      if isDated, judgment.kind == "placeholder" || judgment.kind == "none" { wrongYears += 1 }
      if said.years.row != judgment.row || said.basis.rawValue != judgment.basis
        || said.kind.rawValue != judgment.kind
      {
        print(
          "\(judgment.file).\(judgment.part) \(judgment.paragraph):\(judgment.character) "
            + "\(judgment.term): \(judgment.row) \(judgment.kind) \(judgment.basis) | "
            + "\(said.years.row) \(said.kind) \(said.basis) “\(said.evidence)”"
            + (judgment.doubt.isEmpty ? "" : "  (\(judgment.doubt))"))
      }
    }
    guard count > 0 else { return 1 }
    let shares = [rows, kinds, bases].map { Double($0) / Double(count) }
    print(
      String(
        format: "of %d: years %.1f %%, kinds %.1f %%, bases %.1f %%; not dated but said to be: %d",
        count, 100 * shares[0], 100 * shares[1], 100 * shares[2], wrongYears))
    return wrongYears > 0 ? 0 : min(shares[0], shares[2])
  }

  private static func span(at place: Judgment, in source: Source) -> YearSpan? {
    guard let report = source.reports.first(where: { $0.part == place.part }),
      report.paragraphs.indices.contains(place.paragraph - 1)
    else { return nil }
    let paragraph = report.paragraphs[place.paragraph - 1]
    let digest = Array(paragraph.text.utf8).withUnsafeBytes { Digest(of: $0) }
    guard digest.hexadecimal.hasPrefix(place.fingerprint) else { return nil }
    return paragraph.years.first { $0.range.contains(place.character) }
      ?? YearSpan(ofReport: report.year)
  }
}
