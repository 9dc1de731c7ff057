import Corpus
import ReportSearch
import ResultFormats
import TestSupport
import Testing

/// Snapshots of every error message in both languages.
struct MessageTests {
  @Test func `every kind of error has a message that matches the snapshot`() throws {
    let wrong = RejectedHitsError(text: "甲", lineNumber: 3)
    var text = ""
    text += told(ReadingErrorSamples.self) { $0.message(in: $1) }
    text += Self.losses.map { reason in bothLanguages(reason) { $0.message(in: $1) } }.joined()
    #expect(Set(Self.losses.map(\.kind)) == Set(Incompleteness.Kind.allCases))
    text += told(MetadataTableFailureSamples.self) { $0.message(in: $1) }
    text += told(IndexErrorSamples.self) { $0.message(in: $1) }
    text += told(IndexFaultSamples.self) { $0.message(in: $1) }
    text += told(UnreadablePagesSamples.self) { $0.message(in: $1) }
    text += told(QueryParserErrorSamples.self) { $0.message(in: $1) }
    text += QueryNote.Kind.allCases.map { kind in
      bothLanguages(QueryNote(kind, sign: "&", at: 3..<4)) { $0.message(in: $1) }
    }.joined()
    text += told(ConceptListErrorSamples.self) { $0.message(in: $1) }
    text += told(QuestionErrorSamples.self) { $0.message(in: $1) }
    text += told(HitListErrorSamples.self) { $0.message(in: $1) }
    text += told(QueryFileErrorSamples.self) { $0.message(in: $1) }
    text += bothLanguages(wrong) { $0.message(in: $1) }
    text += told(YearChartFailureSamples.self) { $0.message(in: $1) }
    for language in [Language.chinese, .english] {
      text += ChromeReason.allCases.map { $0.label(in: language) }.joined(separator: ", ") + "\n"
      text += Paragraph.Kind.allCases.map { $0.label(in: language) }.joined(separator: ", ") + "\n"
      text += ReportYear.Basis.allCases.map { $0.label(in: language) }.joined(separator: ", ")
      text += "\n"
    }
    try expectSnapshot(text, named: "messages.txt")
  }

  private static let losses = [
    Incompleteness(.pagesWithoutText, pages: [2, 3, 4, 7], count: 4),
    Incompleteness(.undecodableGlyphs, pages: [1], count: 3), Incompleteness(.damagedContents),
    Incompleteness(.embeddedDocument, part: "word/embeddings/a.docx"),
    Incompleteness(.importedText, part: "word/chunk.htm"),
    Incompleteness(.drawingText, part: "xl/drawings/drawing1.xml"),
    Incompleteness(.frame, part: "a/content.html", count: 2), Incompleteness(.frame),
    Incompleteness(.missingPart, part: "word/footnotes.xml"),
    Incompleteness(.undecodedBytes, byteOffset: 12, count: 2),
  ]

  @Test func `places do not depend on the language`() {
    #expect(
      Self.losses[0].place == "page 2-4,7" && Self.losses[3].place == "word/embeddings/a.docx")
    #expect(Self.losses[7].place == nil && Self.losses[9].place == "byte 12")
  }

  /// The messages of the samples of an error; fails for kinds without a sample.
  private func told<Samples: ErrorSamples>(
    _ samples: Samples.Type, _ message: (Samples.Failure, Language) -> String
  ) -> String {
    #expect(Samples.namesWithoutSample.isEmpty, "\(samples) lacks kinds")
    return Samples.samples.map { bothLanguages($0, message) }.joined()
  }

  private func bothLanguages<Failure>(
    _ error: Failure, _ message: (Failure, Language) -> String
  ) -> String {
    let (chinese, english) = (message(error, .chinese), message(error, .english))
    #expect(chinese.contains(/\p{Han}/) && english.contains(/[a-z]{3}/), "\(error)")
    #expect(chinese != english, "\(error)")
    return "\(chinese)\n\(english)\n\n"
  }

  @Test(
    arguments: [
      ([:], Language.english), (["LANG": "zh_CN.UTF-8"], .chinese),
      (["LANG": "en_US.UTF-8"], .english),
      (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english),
      (["LC_ALL": "", "LANG": "zh_TW"], .chinese),
      (["LC_MESSAGES": "zh", "LANG": "C"], .chinese), (["LANG": ""], .english),
    ] as [([String: String], Language)])
  func `the locale chooses the language`(environment: [String: String], language: Language) {
    #expect(Language(environment: environment) == language)
  }
}
