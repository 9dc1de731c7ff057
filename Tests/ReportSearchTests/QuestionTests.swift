import Corpus
import TestSupport
import Testing

@testable import ReportSearch

/// Answers to questions, against the reference and in edge cases.
struct QuestionTests {
  /// An index of random reports, from which every fifth source was removed, and the reference of
  /// the rest.
  private struct RandomCorpus {
    let index: ReportIndex
    let reference: PlainAnswers
    /// The order of the paragraphs in the index, by identifier.
    let numbers: [String: Int]
    private let folder: TemporaryFolder

    init(_ sources: [Source]) throws {
      folder = try TemporaryFolder()
      let writer = try IndexWriter(path: folder("index.sqlite"))
      var held: [String: Report] = [:]
      for (number, source) in sources.enumerated() {
        try writer.add(source, file: .named("/\(number)"))
        if number % 5 == 3 {
          try writer.remove(filesAt: ["/\(number)"])
        } else {
          for report in source.reports {
            held[Identifier.report(source: source.digest, part: report.part)] = report
          }
        }
      }
      try writer.commit()
      index = try ReportIndex(path: folder("index.sqlite"))
      let ordered = try index.reports()
      reference = PlainAnswers(ordered.map { ($0.identifier, held[$0.identifier]!) })
      var numbers: [String: Int] = [:]
      for report in ordered {
        for number in 1...report.paragraphCount {
          let id = Identifier.paragraph(report: report.identifier, number: number)
          numbers[id] = numbers.count
        }
      }
      self.numbers = numbers
    }

    /// Compares the answers to a question with the reference and returns their number.
    func check(_ question: String) throws -> Int {
      let wanted = reference.scores(of: question)
      let answer = try index.ask(question, limit: 500)
      #expect(Set(answer.hits.map(\.paragraph.identifier)) == Set(wanted.keys), "\(question)")
      for hit in answer.hits {
        let score = wanted[hit.paragraph.identifier] ?? .nan
        #expect(abs(hit.score - score) < 1e-9, "\(question)")
      }
      let places = answer.hits.map { (-$0.score, numbers[$0.paragraph.identifier]!) }
      #expect(places.elementsEqual(places.sorted(by: <), by: ==), "\(question)")
      #expect(answer.paragraphs >= answer.hits.count)
      let few = try index.ask(question, limit: 3).hits
      #expect(few == Array(answer.hits.prefix(3)), "\(question)")
      return wanted.count
    }
  }

  @Test(.law, arguments: LawSeeds.seeds(30))
  func `scores equal those of the plain reference`(seed: UInt64) throws {
    var reports = RandomReports(random: SeededRandom(seed: seed))
    let corpus = try RandomCorpus((0..<8).map { reports.source("\($0)") })
    var answers = 0
    for _ in 0..<20 {
      let question = "控" + reports.string(length: 0...12)
      answers += try corpus.check(question)
    }
    #expect(answers > 20)
  }

  @Test func `common bigrams are counted in the texts, and candidates are limited`() throws {
    var random = SeededRandom(seed: 7)
    let alphabet = Array("控辍".unicodeScalars)
    let sources = (0..<75).map { number in
      Source(
        paragraphs: (0..<12).map { _ in random.string(of: alphabet, length: 0...12) },
        name: "\(number)")
    }
    let corpus = try RandomCorpus(sources + [Source(paragraphs: ["保学"], name: "保学")])
    // All bigrams are common. Occurrences of 控控 do not overlap.
    #expect(try corpus.check("控辍") == 500)
    #expect(try corpus.check("控控辍辍控控") == 500)
    // 保学 selects the candidates, and 控辍 is too common to do so.
    #expect(try corpus.check("控辍保学") == 1)
    #expect(try corpus.check("控") == 500)
  }

  private static let law = ParagraphSample(
    title: "青溪县控辍保学工作办法",
    lines: [
      (.heading, "一、谁来负责", nil), (.body, "校长是第一责任人。", 1), (.body, "各乡镇每月上报一次。", 1),
      (.heading, "二、怎样劝返", nil), (.body, "教师上门，家长签字。", 4), (.signature, "青溪县教育局", nil),
    ])

  private func ask(_ question: String, limit: Int = 20) throws -> Answer {
    let folder = try TemporaryFolder()
    let writer = try IndexWriter(path: folder("index.sqlite"))
    try writer.add(Self.law.source, file: .named("/办法"))
    try writer.commit()
    return try ReportIndex(path: folder("index.sqlite")).ask(question, limit: limit)
  }

  @Test func `headings and titles contribute to the paragraphs below them`() throws {
    #expect(try ask("怎么劝返？").hits.map(\.paragraph.text) == ["教师上门，家长签字。"])
    let answer = try ask("控辍保学由谁负责")
    #expect(answer.paragraphs == 3)
    #expect(
      answer.hits.map(\.paragraph.text) == ["校长是第一责任人。", "各乡镇每月上报一次。", "教师上门，家长签字。"])
    #expect(try ask("青溪县教育局").hits.allSatisfy { $0.paragraph.kind == .body })
  }

  @Test func `shared wording is marked as contiguous matches`() throws {
    let hit = try #require(try ask("第一責任人是校长吗？").hits.first)
    let scalars = Array(hit.paragraph.text.unicodeScalars)
    let marked = hit.matches.map { match in
      String(String.UnicodeScalarView(scalars[match.characterRange]))
    }
    #expect(marked == ["校长", "第一责任人"])
  }

  @Test(arguments: ["", " \u{3000}", "？！……", "\u{200B}"])
  func `a question without words is refused`(question: String) {
    #expect(throws: QuestionError.empty) { try ask(question) }
  }

  @Test func `a question of one character is answered`() throws {
    #expect(try ask("师").hits.map(\.paragraph.text) == ["教师上门，家长签字。"])
    #expect(try ask("师？").hits.count == 1)
    #expect(try ask("鑫").hits.isEmpty)
    #expect(try ask("鑫").paragraphs == 0)
  }

  @Test func `only questions above the length limit are refused`() throws {
    let error = QuestionError.tooLong(characters: 1001, limit: 1000)
    #expect(throws: error) { try ask(String(repeating: "学", count: 1001)) }
    let longest = String((0..<1000).map { Character(Unicode.Scalar(0x4E00 + $0)!) })
    #expect(try ask(longest).hits.isEmpty)
  }

  @Test func `the limit bounds the number of listed answers`() throws {
    #expect(try ask("青溪县", limit: 0).hits.isEmpty)
    #expect(try ask("青溪县", limit: 0).paragraphs == 3)
    #expect(try ask("青溪县", limit: 2).hits.count == 2)
    #expect(try ask("青溪县", limit: .max).hits.count == 3)
  }
}

/// A report made of its lines.
private struct ParagraphSample {
  let source: Source

  /// - Parameter lines: The kind of each line and the index of its heading. The title has index 0.
  init(title: String, lines: [(kind: Paragraph.Kind, text: String, heading: Int?)]) {
    let paragraphs = ([(.title, title, nil)] + lines).enumerated().map { place, line in
      Paragraph(text: line.text, kind: line.kind, heading: line.heading, lineNumber: place + 1)
    }
    let report = Report(
      part: 1, head: ReportHead(title: title), paragraphs: paragraphs)
    source = Source(
      digest: Array(title.utf8).withUnsafeBytes { Digest(of: $0) }, byteCount: 1, format: .text,
      encoding: .utf8, reports: [report], removedLines: [])
  }
}
