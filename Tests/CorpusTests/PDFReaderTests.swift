import Foundation
import TestSupport
import Testing

@testable import Corpus

struct PDFTextLaws {
  /// Pieces at random positions: overlapping, at the page edges, with zero size.
  @Test(.law, arguments: LawSeeds.seeds(200))
  func `no character is lost or doubled`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("控辍保学，。“（12%A•一、.".unicodeScalars)
    var layout = SampleLayout()
    for page in 1...Int.random(in: 1...4, using: &random) {
      if page > 1 { layout.newPage() }
      for _ in 0..<Int.random(in: 0...40, using: &random) {
        let size = [0.0, 8, 10, 10, 10, 16].randomElement(using: &random)!
        layout.piece(
          random.string(of: alphabet, length: 1...40),
          left: Double(Int.random(in: -2...48, using: &random)) * 10,
          top: Double(Int.random(in: -5...140, using: &random)) * 5, size: size)
      }
    }
    let lines = PDFText.lines(of: layout.pages)
    #expect(
      characters(lines.map(\.text))
        == characters(layout.pages.flatMap { $0.pieces.flatMap { $0.words.map(\.text) } }))
    #expect(lines.map(\.number) == Array(1..<lines.count + 1))
  }

  /// Output of `pdftotext` with mutations of the fuzzer is read or refused.
  @Test(.law) func `readable mutations of layouts keep every character`() throws {
    let sample = Array(FuzzTarget.sampleLayout.utf8)
    #expect(try PDFText.lines(of: #require(PageLayoutReader.pages(of: sample))).count > 10)
    let mutator = Mutator(samples: [sample])
    var random = SeededRandom(seed: LawSeeds.seed(1))
    for round in 0..<LawSeeds.rounds(400) {
      guard let pages = PageLayoutReader.pages(of: mutator.next(using: &random)) else { continue }
      let lines = PDFText.lines(of: pages)
      let words = pages.flatMap { $0.pieces.flatMap { $0.words.map(\.text) } }
      #expect(characters(lines.map(\.text)) == characters(words), "round \(round)")
    }
  }

  private func characters(_ texts: [String]) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for text in texts {
      for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
        counts[scalar, default: 0] += 1
      }
    }
    return counts
  }
}

private let hasPDFToText = ExternalProgram("pdftotext") != nil

@Suite(.enabled(if: hasPDFToText, "pdftotext (poppler-utils) is not installed"))
struct PDFReaderTests {
  private func read(
    _ bytes: [UInt8], limits: ConversionLimits = ConversionLimits(),
    programs: [String] = ExternalProgram.folders
  ) throws -> SourceDocument {
    try bytes.withUnsafeBytes { bytes throws(ReadingError.Kind) in
      try PDFReader.document(of: bytes, limits: limits, programs: programs)
    }
  }

  private static let report = SamplePDF(pages: [
    [
      .init(text: "青溪县教育局工作总结", x: 200, y: 700, size: 18),
      .init(text: "我县坚持把控辍保学作为教育工作的头等大事，逐校逐人建立", x: 124, y: 650),
      .init(text: "台账。", x: 100, y: 630), .init(text: "- 1 -", x: 280, y: 40),
    ],
    [
      .init(text: "全年劝返学生三十六名。", x: 124, y: 700), .init(text: "- 2 -", x: 280, y: 40),
    ],
  ])

  @Test func `a document is read with its pages`() throws {
    let document = try read(Self.report.bytes)
    #expect(
      document.lines.map(\.text) == [
        "青溪县教育局工作总结", "我县坚持把控辍保学作为教育工作的头等大事，逐校逐人建立台账。", "- 1 -", "全年劝返学生三十六名。", "- 2 -",
      ])
    #expect(document.lines.map(\.page) == [1, 1, 1, 2, 2])
    #expect(document.lines.map { $0.chrome != nil } == [false, false, true, false, true])
  }

  @Test func `scanned, encrypted and corrupt documents are errors`() {
    #expect(throws: ReadingError.Kind.withoutText(pageCount: 3)) {
      try read(SamplePDF(pages: [[], [.init(text: "- 2 -", x: 280, y: 40)], []]).bytes)
    }
    var locked = Self.report
    locked.isEncrypted = true
    #expect(throws: ReadingError.Kind.encrypted) { try read(locked.bytes) }
    for count in [8, 300] {
      #expect(throws: ReadingError.Kind.programFailed("pdftotext")) {
        try read(Array(Self.report.bytes.prefix(count)))
      }
    }
    #expect(throws: ReadingError.Kind.unpacksTooLarge(limit: 100)) {
      try read(Self.report.bytes, limits: ConversionLimits(outputByteCount: 100))
    }
  }

  @Test func `the error for a missing program names it`() {
    #expect(throws: ReadingError.Kind.needsProgram(["pdftotext (poppler-utils)"])) {
      try read(Self.report.bytes, programs: ["/nowhere"])
    }
  }

  @Test func `documents are read on several threads at once`() async throws {
    let expected = try read(Self.report.bytes)
    try await withThrowingTaskGroup(of: SourceDocument.self) { group in
      for _ in 1...16 { group.addTask { try read(Self.report.bytes) } }
      for try await document in group { #expect(document == expected) }
    }
  }
}
