import Corpus
import Foundation
import ReportSearch
import Synchronization
import TestSupport
import Testing
import TextAnalysis

/// The laws of exactness on real text. Skipped if the corpora are not available.
@Suite(.enabled(if: ProjectFolder.hasShared, Comment(rawValue: ProjectFolder.withoutShared)))
struct CorpusExactness {
  /// Returns the paragraphs of all files below a folder of the corpora.
  static func paragraphs(of corpus: String) throws -> [String] {
    try ProjectFolder.files(below: ProjectFolder.shared + "/corpora/" + corpus).flatMap { path in
      try Data(contentsOf: URL(fileURLWithPath: path)).withUnsafeBytes {
        try SourceReader().read($0, path: path)
      }.reports.flatMap(\.paragraphs).map(\.text)
    }
  }

  @Test(.law, arguments: ["seeds", "national-clean"])
  func `laws 1 and 3: every substring finds its paragraph, with its exact range`(corpus: String)
    throws
  {
    let paragraphs = try Self.paragraphs(of: corpus)
    let index = try ParagraphIndex(paragraphs)
    var random = SeededRandom(seed: LawSeeds.seed(1))
    var drawn = 0
    while drawn < LawSeeds.rounds(1500) {
      let number = Int.random(in: paragraphs.indices, using: &random)
      let text = FoldedText(paragraphs[number])
      guard text.characterCount > 0 else { continue }
      let length = Int.random(in: 1...min(8, text.characterCount), using: &random)
      let start = Int.random(in: 0...text.characterCount - length, using: &random)
      let string = String(
        decoding: text.utf8[text.utf8Range(ofCharacters: start..<start + length)], as: UTF8.self)
      guard let literal = Literal(string), literal.folded.string == string else { continue }
      drawn += 1
      #expect(try index.ranking(of: literal).paragraphs.contains(number), "\(string)")
      for match in text.occurrences(of: literal.folded) {
        let range = text.originalUTF8Range(ofCharacters: match)
        let cut = String(decoding: Array(paragraphs[number].utf8)[range], as: UTF8.self)
        #expect(FoldedText(cut).string == string || FoldedText(cut).contains(literal.folded))
      }
    }
  }

  @Test(.law, arguments: ["seeds", "national-clean"])
  func `law 2: a string finds exactly the paragraphs that contain it`(corpus: String) throws {
    let paragraphs = try Self.paragraphs(of: corpus)
    let index = try ParagraphIndex(paragraphs)
    let scan = PlainScan(paragraphs)
    var random = SeededRandom(seed: LawSeeds.seed(2))
    let frequent = Array("的是学校工作国家，。、经济发展和人民年一二三1".unicodeScalars)
    for _ in 0..<LawSeeds.rounds(400) {
      // Half of the strings consist of frequent characters, half of two pieces of real text.
      let string: String
      if Bool.random(using: &random) {
        string = random.string(of: frequent, length: 1...4)
      } else {
        let pieces = (0..<2).map { _ in
          let text = Array(paragraphs.randomElement(using: &random)!.unicodeScalars)
          let start = Int.random(in: text.indices, using: &random)
          return String(String.UnicodeScalarView(text[start..<min(start + 2, text.count)]))
        }
        string = pieces.joined()
      }
      guard let literal = Literal(string) else { continue }
      let wanted = scan.matches(of: string)
      let found = try index.ranking(of: literal)
      #expect(found.paragraphs == Set(wanted.keys), "\(string)")
      #expect(found.matches == wanted.values.reduce(0, +), "\(string)")
    }
  }
}

/// The shared trap set: paragraphs and queries on which search engines often fail for Chinese.
@Suite(.enabled(if: ProjectFolder.hasShared, Comment(rawValue: ProjectFolder.withoutShared)))
struct SharedTraps {
  @Test func `every trap query finds exactly its paragraphs`() throws {
    let traps = try JSONDecoder().decode(
      TrapSet.self,
      from: Data(contentsOf: URL(fileURLWithPath: ProjectFolder.shared + "/spec/traps.json")))
    try traps.expectAllPassed(count: 28)
  }
}

/// The trap set of this project, which is part of the repository.
struct OwnTraps {
  @Test func `every trap query finds exactly its paragraphs`() throws {
    let path = ProjectFolder.root + "/Tests/ReportSearchTests/Suites/traps.json"
    let traps = try JSONDecoder().decode(
      TrapSet.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    try traps.expectAllPassed(count: 33)
  }
}

/// Paragraphs, and queries with the identifiers of exactly the paragraphs that they must find.
private struct TrapSet: Decodable {
  struct Paragraph: Decodable {
    let id: Int
    let text: String
  }

  struct Trap: Decodable {
    let query: String
    let hits: [Int]
  }

  let paragraphs: [Paragraph]
  let queries: [Trap]

  func expectAllPassed(count: Int) throws {
    let index = try ParagraphIndex(paragraphs.map(\.text))
    let scan = PlainScan(paragraphs.map(\.text))
    var passed = 0
    for trap in queries {
      let found = try index.matches(of: #require(Literal(trap.query)))
      let ids = found.keys.map { paragraphs[$0].id }.sorted()
      #expect(ids == trap.hits, "\(trap.query)")
      #expect(found == scan.matches(of: trap.query), "\(trap.query)")
      if ids == trap.hits { passed += 1 }
    }
    #expect(passed == count)
    print("traps passed: \(passed) of \(queries.count)")
  }
}
