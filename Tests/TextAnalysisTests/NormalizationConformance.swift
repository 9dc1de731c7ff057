import Foundation
import Testing

@testable import TextAnalysis

private let normalizationTestPath = "/usr/share/unicode/NormalizationTest.txt.bz2"

/// Conformance to Unicode's NormalizationTest.txt. Skipped unless Debian's package unicode-data,
/// which contains the file, is installed.
@Suite(
  .enabled(
    if: FileManager.default.fileExists(atPath: normalizationTestPath),
    "the package unicode-data is not installed"))
struct NormalizationConformance {
  /// Each line has five columns with one string each. The NFKC form of every one of them is the
  /// fourth.
  @Test func `every line of Unicode's test file normalizes as specified`() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["bzip2", "-dc", normalizationTestPath]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let text = String(
      decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var lines = 0
    var failures: [String] = []
    for line in text.split(separator: "\n") where !line.hasPrefix("#") && !line.hasPrefix("@") {
      let columns = line.split(separator: ";", maxSplits: 5).prefix(5).map { column in
        column.split(separator: " ").map { UInt32($0, radix: 16)! }
      }
      lines += 1
      for column in columns {
        let characters = column.map { FoldingPasses.Character(scalar: $0, start: 0, end: 1) }
        if Normalization.nfkc(characters).map(\.scalar) != columns[3] {
          failures.append(String(line))
          break
        }
      }
    }
    #expect(text.contains("NormalizationTest-\(FoldingData.unicodeVersion).txt"))
    #expect(lines > 15_000)
    #expect(failures.isEmpty, "\(failures.prefix(5))")
  }
}
