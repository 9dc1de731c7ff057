import Corpus
import Foundation
import ReportSearch

/// A fuzzing target: code that reads untrusted input.
public struct FuzzTarget: Sendable {
  /// The name of the target, which is part of the names of kept inputs.
  public let name: String
  /// Valid inputs from which mutations are made.
  public let samples: [[UInt8]]
  /// Reads an input and checks the properties that hold for all inputs.
  ///
  /// - Throws: A ``BrokenPromise`` if a property does not hold.
  public let read: @Sendable ([UInt8]) throws -> Void

  /// A violated property.
  public struct BrokenPromise: Error {
    let promise: String
  }

  /// Returns the targets that need no change of the environment: the readers, the query parser and
  /// the reader of corrections.
  public static func all() throws -> [FuzzTarget] {
    let names = try FileManager.default.contentsOfDirectory(atPath: ProjectFolder.samples)
    func samples(_ ending: String) -> [[UInt8]] {
      names.filter { $0.hasSuffix(ending) }.sorted().map {
        Array(FileManager.default.contents(atPath: ProjectFolder.samples + "/" + $0) ?? Data())
      }
    }
    let paragraphs = ["云岭县教育局2011年工作总结", "一、工作成效", "控辍保学成效明显，送教上门120人。"]
    let documents = WordFile(
      paragraphs.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>学校</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
    let table = "path,part,year,region,title\n甲.txt,1,2011,\"云岭县\",\"一,二\"\n乙.txt,,,,\n"
    let queries = [
      "控辍保学 (甲 | 乙) -丙", "~控辍保学 /20 \"送教 上门\"", "year:2011..2015 same:report(学 校)",
      "控?保…学 @双减 original:\"輟\"", "region:云岭 type:计划 heading:成效 (（((",
    ]
    return [
      FuzzTarget(name: "text", samples: samples(".txt"), read: reading("甲.txt")),
      FuzzTarget(name: "html", samples: samples(".html"), read: reading("甲.html")),
      FuzzTarget(name: "csv", samples: [Array(table.utf8)], read: reading("甲.csv")),
      FuzzTarget(name: "docx", samples: [documents.bytes], read: reading("甲.docx")),
      FuzzTarget(
        name: "docx-xml", samples: [Array(documents.body.utf8)],
        read: { try reading("甲.docx")(WordFile(String(decoding: $0, as: UTF8.self)).bytes) }),
      FuzzTarget(
        name: "corrections", samples: [Array(table.utf8)],
        read: { _ = try? MetadataTable($0) }),
      FuzzTarget(name: "queries", samples: queries.map { Array($0.utf8) }, read: parsing),
    ]
  }

  private static func reading(_ name: String) -> @Sendable ([UInt8]) throws -> Void {
    var options = SourceReader.Options()
    options.largestContent = 20_000_000
    let reader = SourceReader(options: options)
    return { bytes in
      for member in bytes.withUnsafeBytes({ reader.members(of: $0, path: "/" + name) }) {
        guard case .success(let source) = member.content else { continue }
        for report in source.reports {
          for (place, paragraph) in report.paragraphs.enumerated() {
            try promise(!paragraph.text.isEmpty, "a paragraph has text")
            try promise((paragraph.heading ?? -1) < place, "a heading stands before")
            let count = paragraph.text.unicodeScalars.count
            try promise(
              paragraph.years.allSatisfy { $0.range.upperBound <= count }, "years are in the text")
          }
        }
      }
    }
  }

  private static func promise(_ isKept: Bool, _ promise: String) throws(BrokenPromise) {
    if !isKept { throw BrokenPromise(promise: promise) }
  }

  /// The output of `pdftotext` for a document of three pages.
  public static var sampleLayout: String {
    func line(_ text: String, left: Int, top: Int) -> String {
      let box =
        "xMin=\"\(left).5\" yMin=\"\(top)\" xMax=\"\(left + 12 * text.count)\" yMax=\"\(top + 12)\""
      return "<line \(box)><word \(box)>\(text)</word></line>\n"
    }
    let pages = (1...3).map { page in
      "<page width=\"595.3\" height=\"841.9\"><flow><block>"
        + line("云岭县教育局2011年工作总结", left: 100, top: 40)
        + (0..<6).map { line("控辍保学成效明显，送教上门\($0)人。", left: 90 + $0 % 2 * 250, top: 80 + 20 * $0) }
        .joined()
        + line("— \(page) —", left: 290, top: 800) + "</block></flow></page>\n"
    }
    return "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>题</title></head><body><doc>\n"
      + pages.joined() + "</doc></body></html>\n"
  }

  /// Returns the target that parses the output of `pdftotext`. A fake `pdftotext`, first in `PATH`,
  /// prints the input after its first line.
  ///
  /// Changes the environment variable `PATH` of the process.
  public static func layouts() throws -> FuzzTarget {
    let folder = try TemporaryFolder()
    let program = folder("pdftotext")
    try folder.write("pdftotext", "#!/bin/sh\ntail -n +2 \"$4\"\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    setenv("PATH", "\(folder.path):/usr/bin:/bin", 1)
    let start = Array("%PDF-1.4\n".utf8)
    _ = try (start + sampleLayout.utf8).withUnsafeBytes {
      try SourceReader().read($0, path: "/甲.pdf")
    }
    let read = reading("甲.pdf")
    return FuzzTarget(name: "pdf", samples: [Array(sampleLayout.utf8)]) { input in
      try withExtendedLifetime(folder) { try read(start + input) }
    }
  }

  @Sendable private static func parsing(_ bytes: [UInt8]) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let parser = QueryParser()
    do {
      let query = try parser.parse(text)
      let again = try parser.parse(query.description)
      try promise(again == query, "the normal form means the same")
    } catch let error as QueryParserError {
      try promise(error.characterRange.upperBound <= text.unicodeScalars.count, "places are there")
    }
    _ = try? parser.lenientReading(of: text)
  }
}
