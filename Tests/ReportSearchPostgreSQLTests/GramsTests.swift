#if PostgreSQL
  import TestSupport
  import Testing
  import TextAnalysis

  @testable import ReportSearchPostgreSQL

  /// The characters and bigrams by which a server finds paragraphs.
  struct GramsTests {
    private func fold(_ text: String) -> Grams.FoldedParagraph {
      Array(text.utf8).withUnsafeBufferPointer { Grams().fold($0) }
    }

    /// Returns grams as texts. A gram contains the UTF-8 bytes of its characters as a number.
    private func texts(of grams: [UInt64]) -> [String] {
      grams.map { gram in
        withUnsafeBytes(of: gram.bigEndian) { bytes in
          String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
        }
      }
    }

    @Test func `the grams of a paragraph are its distinct characters and bigrams, ascending`() {
      let paragraph = fold("控輟控辍")
      #expect(paragraph.folded == Array("控辍控辍".utf8) && paragraph.characterCount == 4)
      #expect(Set(texts(of: paragraph.grams)) == ["控", "辍", "控辍", "辍控"])
      #expect(paragraph.grams == paragraph.grams.sorted() && paragraph.grams.count == 4)
      #expect(fold("").grams.isEmpty && fold("").characterCount == 0)
    }

    @Test(arguments: [
      ("控", #"{"控"}"#), ("控辍", #"{"控辍"}"#), ("控辍保", #"{"控辍","辍保"}"#),
      (#"a"b"#, #"{"a\"","\"b"}"#), (#"\{"#, #"{"\\{"}"#), ("a,b", #"{"a,",",b"}"#),
    ])
    func `the grams of a literal are its bigrams, or its only character`(
      text: String, array: String
    ) {
      #expect(Grams.array(of: FoldedText(text)) == array)
    }

    @Test func `the characters of a literal are formatted as an array literal`() {
      #expect(Grams.array(ofCharactersOf: FoldedText(#"控"辍"#)) == #"{"控","\"","辍"}"#)
    }

    @Test func `grams are encoded as a binary PostgreSQL array`() {
      #expect(Grams.binaryArray(of: []) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25])
      #expect(
        Grams.binaryArray(of: [0x61, 0xE68E_A7]) == [
          0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 25, 0, 0, 0, 2, 0, 0, 0, 1,
          0, 0, 0, 1, 0x61, 0, 0, 0, 3, 0xE6, 0x8E, 0xA7,
        ])
    }

    @Test(.law, arguments: LawSeeds.seeds(20))
    func `the grams of a substring are among those of the text`(seed: UInt64) {
      var random = SeededRandom(seed: seed)
      for _ in 0..<50 {
        let text = FoldedText(
          random.string(of: Alphabets.ordinary + Alphabets.hostile, length: 1...30))
        guard text.characterCount > 0 else { continue }
        let all = Set(fold(text.string).grams)
        let start = Int.random(in: 0..<text.characterCount, using: &random)
        let end = Int.random(in: start + 1...text.characterCount, using: &random)
        let part = fold(text.part(start..<end).string)
        #expect(all.isSuperset(of: part.grams), "\(text.string) \(start)..<\(end)")
      }
    }

    @Test func `occurrences are character offsets, including overlapping ones`() {
      func places(_ text: String, _ wanted: String) -> [Int] {
        var places: [Int] = []
        Array(text.utf8).withUnsafeBytes { bytes in
          bytes.forEachOccurrence(of: Array(wanted.utf8)) { places.append($0) }
        }
        return places
      }
      #expect(places("控控控", "控控") == [0, 1])
      #expect(places("a控𠮷控", "控") == [1, 3])
      #expect(places("控", "控辍").isEmpty && places("", "控").isEmpty)
    }
  }
#endif
