import Foundation
import TestSupport
import Testing

@testable import Corpus

struct SampleTests {
  /// Every sample with its title, year, parts, structure and what was taken off.
  @Test func `the samples are read as recorded`() throws {
    var text = ""
    for path in try ProjectFolder.files(below: ProjectFolder.samples) {
      let source = try read(path)
      text += "== \(URL(fileURLWithPath: path).lastPathComponent)  "
      text += "\(source.encoding?.rawValue ?? "-") \(source.format.rawValue)\n"
      for line in source.removedLines {
        text += "  - \(line.lineNumber) \(line.reason.rawValue): \(line.text)\n"
      }
      for report in source.reports {
        text += "  # \(report.part) \(report.title)  \(report.year.year.map(String.init) ?? "-")"
        text += "  \(report.publishDate?.iso8601 ?? "-")  \(report.paragraphs.count)\n"
        text += "    \(report.year.basis.rawValue): \(report.year.evidence ?? "-")\n"
        let issuer = report.issuer.map { "\($0.name) (\($0.basis.rawValue))" }
        text += "    \(report.documentType.rawValue), \(issuer ?? "-")\n"
        if let conflict = report.yearConflict {
          text += "    but \(conflict.year) in \(conflict.paragraph): \(conflict.evidence)\n"
        }
        for paragraph in report.paragraphs {
          var depth = 0
          var heading = paragraph.heading
          while let place = heading {
            depth += 1
            heading = report.paragraphs[place].heading
          }
          text += String(repeating: "  ", count: depth + 2)
          text +=
            "\(paragraph.kind.rawValue) \(paragraph.section.rawValue) \(paragraph.lineNumber): "
          text += "\(paragraph.text.prefix(24))\n"
        }
      }
    }
    try expectSnapshot(text, named: "samples.txt")
  }

  @Test func `no line of a text is lost`() throws {
    var folders = [ProjectFolder.samples]
    if ProjectFolder.hasShared { folders.append(ProjectFolder.shared + "/corpora/seeds") }
    for path in try folders.flatMap(ProjectFolder.files) where !path.hasSuffix(".html") {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      let decoded = try data.withUnsafeBytes { bytes throws(TextDecoder.Failure) in
        try TextDecoder.decode(bytes)
      }
      let source = try read(path)
      let kept =
        source.reports.flatMap(\.paragraphs).map { ($0.lineNumber, $0.text) }
        + source.removedLines.map { ($0.lineNumber, $0.text) }
      let lines =
        path.hasSuffix(".md")
        ? MarkdownReader.lines(of: decoded.text) : PlainTextReader.lines(of: decoded.text)
      #expect(kept.sorted { $0.0 < $1.0 }.map(\.1) == lines.map(\.text), "\(path)")
    }
  }

  @Test(.enabled(if: ProjectFolder.hasShared, Comment(rawValue: ProjectFolder.withoutShared)))
  func `the seeds hold twelve reports`() throws {
    let sources = try ProjectFolder.files(below: ProjectFolder.shared + "/corpora/seeds").map(read)
    #expect(sources.map(\.reports.count) == [1, 1, 1, 4, 5])
    #expect(
      sources.map { $0.reports.map(\.year.year) }
        == [[2021], [2022], [2012], [2011, 2011, 2011, 2011], [2024, 2024, 2024, 2024, 2024]])
    #expect(sources[3].reports[0].publishDate?.iso8601 == "2019-08-12")
    #expect(
      sources.flatMap(\.reports).allSatisfy { $0.paragraphs.count { $0.kind == .title } == 1 })
  }

  @Test(.enabled(if: ProjectFolder.hasShared, Comment(rawValue: ProjectFolder.withoutShared)))
  func `the national reports are one a file`() throws {
    for path in try ProjectFolder.files(below: ProjectFolder.shared + "/corpora/national-clean") {
      #expect(try read(path).reports.count == 1, "\(path)")
    }
  }

  private func read(_ path: String) throws -> Source {
    try Data(contentsOf: URL(fileURLWithPath: path)).withUnsafeBytes { bytes throws(ReadingError) in
      try SourceReader().read(bytes, path: path)
    }
  }
}
