import Foundation
import TestSupport
import Testing

@testable import Corpus

struct SampleTests {
  /// Each sample with its title, year, parts, structure and boilerplate.
  @Test func `the samples are read as recorded`() throws {
    for path in try ProjectFolder.files(below: ProjectFolder.samples) {
      let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
      try expectSnapshot(
        outline(of: path) { "\($0.prefix(24))" }, named: "samples/\(name).txt")
    }
  }

  /// The same for real web pages. Their text is copyrighted by others, so only digests are
  /// recorded.
  @Test(.enabled(if: ProjectFolder.hasShared, Comment(rawValue: ProjectFolder.withoutShared)))
  func `the seeds are read as recorded`() throws {
    let folder = ProjectFolder.shared + "/corpora/seeds"
    for path in try ProjectFolder.files(below: folder) {
      let name = fingerprint(of: URL(fileURLWithPath: path).lastPathComponent)
      let text = try outline(of: path) { "\($0.count) \(fingerprint(of: $0))" }
      try expectSnapshot(text, named: "seeds/\(name).txt")
    }
  }

  private func fingerprint(of text: String) -> Substring {
    Array(text.utf8).withUnsafeBytes { Digest(of: $0).hexadecimal.prefix(8) }
  }

  /// Returns the content of a file line by line. The closure abbreviates or hashes the text of the
  /// file.
  private func outline(of path: String, _ tell: (String) -> String) throws -> String {
    let source = try read(path)
    var text = "== \(tell(URL(fileURLWithPath: path).lastPathComponent))  "
    text += "\(source.encoding?.rawValue ?? "-") \(source.format.rawValue)\n"
    for line in source.removedLines {
      text += "  - \(line.lineNumber) \(line.reason.rawValue): \(tell(line.text))\n"
    }
    for report in source.reports {
      text +=
        "  # \(report.part) \(tell(report.title))  \(report.year.year.map(String.init) ?? "-")"
      text += "  \(report.publishDate?.iso8601 ?? "-")  \(report.paragraphs.count)\n"
      text += "    \(report.year.basis.rawValue): \(tell(report.year.evidence ?? "-"))\n"
      let issuer = report.issuer.map { "\(tell($0.name)) (\($0.basis.rawValue))" }
      text += "    \(report.documentType.rawValue), \(issuer ?? "-")\n"
      let region = report.region
      text +=
        "    \(region.code ?? "-") \(region.name.map(tell) ?? "-") (\(region.basis.rawValue))\n"
      if let conflict = report.yearConflict {
        text += "    but \(conflict.year) in \(conflict.paragraph): \(tell(conflict.evidence))\n"
      }
      for paragraph in report.paragraphs {
        var depth = 0
        var heading = paragraph.heading
        while let place = heading {
          depth += 1
          heading = report.paragraphs[place].heading
        }
        text += String(repeating: "  ", count: depth + 2)
        text += "\(paragraph.kind.rawValue) \(paragraph.section.rawValue) "
        text += "\(paragraph.lineNumber): \(tell(paragraph.text))\n"
        if let region = paragraph.region {
          text += "      \(region.code ?? "-") (\(region.basis.rawValue))"
          text += region.conflict.map { " or \($0.code)" }.joined() + "\n"
        }
        for span in paragraph.years where !span.evidence.isEmpty {
          text += "      \(span.range.lowerBound): \(span.years.row) \(span.kind.rawValue) "
          text += "\(span.basis.rawValue) \(tell(span.evidence))\n"
        }
      }
    }
    return text
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
  func `the seeds contain twelve reports`() throws {
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
  func `each national file contains one report`() throws {
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
