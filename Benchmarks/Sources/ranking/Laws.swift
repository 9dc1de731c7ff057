import Corpus
import Foundation
import ReportSearch
import TestSupport

/// Articles of law, indexed as a user would: a law is a report with its name as title, and an
/// article is a paragraph that starts with its number.
struct Laws {
  private var laws: [(name: String, articles: [Article])] = []

  private struct Article {
    let id: String
    let text: String
  }

  /// Reads `corpus.tsv`. Consecutive articles with the same name belong to one law.
  init(in folder: String) throws {
    for fields in try TabSeparated.lines(of: folder + "/corpus.tsv", fields: 3) {
      let number = fields[1].firstRange(of: /第[〇零一二三四五六七八九十百千]+条(之[一二三四五六七八九十]+)?$/)
      let name = String(fields[1][..<(number?.lowerBound ?? fields[1].endIndex)])
      let text = (number.map { fields[1][$0] + "\u{3000}" } ?? "") + fields[2]
      if laws.last?.name != name { laws.append((name, [])) }
      laws[laws.count - 1].articles.append(Article(id: fields[0], text: text))
    }
  }

  /// Indexes the laws, followed by altered copies of them.
  ///
  /// - Returns: The identifiers of the original articles, by the row identifiers of their
  ///   paragraphs.
  func index(at path: String, copies: Int) throws -> [Int: String] {
    let writer = try IndexWriter(path: path)
    var ids: [Int: String] = [:]
    var paragraph = 0
    var random = SeededRandom(seed: 6)
    let characters = laws.flatMap(\.articles).flatMap { $0.text.unicodeScalars.prefix(200) }
    for copy in 0...copies {
      for (number, law) in laws.enumerated() {
        paragraph += 1
        var texts: [String] = []
        for article in law.articles {
          paragraph += 1
          if copy == 0 { ids[paragraph] = article.id }
          texts.append(
            copy == 0
              ? article.text : Self.altered(article.text, by: characters, using: &random))
        }
        try writer.add(
          source(law.name, texts, number: "\(copy).\(number)"), file: .named("/\(copy).\(number)"))
      }
    }
    try writer.optimize()
    return ids
  }

  private func source(_ name: String, _ texts: [String], number: String) -> Source {
    let title = Paragraph(text: name, kind: .title, heading: nil, lineNumber: 1)
    let articles = texts.enumerated().map { place, text in
      Paragraph(text: text, kind: .body, heading: nil, lineNumber: place + 2)
    }
    let report = Report(
      part: 1, head: ReportHead(title: name, isTitled: true), paragraphs: [title] + articles)
    return Source(
      digest: Array(number.utf8).withUnsafeBytes { Digest(of: $0) },
      byteCount: texts.reduce(0) { $0 + $1.utf8.count }, format: .text, encoding: .utf8,
      reports: [report], removedLines: [])
  }

  /// Returns a text in which about one of five characters is replaced by a random character of the
  /// laws.
  private static func altered(
    _ text: String, by characters: [Unicode.Scalar], using random: inout SeededRandom
  ) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isKept = random.next() % 5 != 0
      scalars.append(isKept ? scalar : characters[Int(random.next() % UInt64(characters.count))])
    }
    return String(scalars)
  }
}

enum TabSeparated {
  /// Returns the lines with at least `count` fields, the last of which contains the rest of the
  /// line.
  static func lines(of path: String, fields count: Int) throws -> [[String]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: "\t", maxSplits: count - 1, omittingEmptySubsequences: false)
        .map { String($0) }
    }.filter { $0.count == count }
  }
}
