import Foundation
import TestSupport

/// Compares scraped reports with manually cleaned versions of them.
///
/// The score is the share of clean paragraphs that occur in the scraped files as often as in the
/// clean ones. That is usually once; headings also occur in a table of contents.
struct CleanedReports {
  let scraped: String
  let clean: String
  /// The years of the reports that are corrupt on the scraped side.
  static let damaged: ClosedRange<Int> = 2006...2009

  /// Prints a line for each report and a summary. Returns the share of equal paragraphs, or 1 if
  /// there are no reports.
  func measure() throws -> Double {
    guard FileManager.default.fileExists(atPath: scraped) else { return 1 }
    print("\nreport   clean   equal    more   fewer")
    var (all, equal) = (0, 0)
    for name in try FileManager.default.contentsOfDirectory(atPath: scraped).sorted() {
      guard FileManager.default.fileExists(atPath: "\(clean)/\(name)") else { continue }
      let wanted = try Extraction.paragraphs(of: "\(clean)/\(name)").filter { !$0.isEmpty }
      let found = try Extraction.paragraphs(of: "\(scraped)/\(name)")
      // Paragraphs contain no line ends, so no occurrence spans two of them.
      let (wantedText, foundText) = (Self.lines(wanted), Self.lines(found))
      let differences = wanted.map { paragraph in
        PlainScan.count(of: paragraph, in: foundText)
          - PlainScan.count(of: paragraph, in: wantedText)
      }
      let isDamaged = Self.damaged.contains(Int(name.prefix(4)) ?? 0)
      if !isDamaged {
        all += wanted.count
        equal += differences.count { $0 == 0 }
      }
      print(
        "\(name.prefix(4))" + (isDamaged ? "*" : " ")
          + String(
            format: "%8d%8d%8d%8d", wanted.count, differences.count { $0 == 0 },
            differences.count { $0 > 0 }, differences.count { $0 < 0 }))
      if Extraction.showsDifferences, !isDamaged {
        for (paragraph, difference) in zip(wanted, differences) where difference != 0 {
          print("    \(difference) \(String(decoding: paragraph.prefix(150), as: UTF8.self))")
        }
      }
    }
    print(
      String(
        format: "%d of %d paragraphs, %.2f %%, without the damaged files (*)", equal, all,
        100 * Double(equal) / Double(max(all, 1))))
    return Double(equal) / Double(max(all, 1))
  }

  private static func lines(_ paragraphs: [[UInt8]]) -> [UInt8] {
    Array(paragraphs.joined(separator: [UInt8(ascii: "\n")]))
  }
}
