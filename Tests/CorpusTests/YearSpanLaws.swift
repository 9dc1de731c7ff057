import TestSupport
import Testing
import TextAnalysis

@testable import Corpus

/// Laws for the years of random paragraphs, composed of pieces that the rules examine.
struct YearSpanLaws {
  private static let pieces = [
    "2011年", "二〇一〇年", "2009-2011年", "“十二五”", "期间", "规划", "(", ")", "《", "》", "“", "”", "，", "。",
    "；",
    "去年", "今年", "近三年来", "全年", "比", "与", "相比", "在", "的基础上", "以来", "起", "前", "到", "力争", "20xx年", "×年",
    "2012学年", "2011级", "09、10届", "控辍保学", "学校", "100%", "〔2012〕48号", "㈠", "Ｅ", "e\u{301}",
    "\u{200B}", " ",
    "五", "十", "2", "0", "1", "x", "年", "、", "和", "至", "第", "民國100年", "！", "𠮷", "9月", "底", "-", "当年",
  ]

  private static func paragraph(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 1...24, using: &random)).map { _ in pieces.randomElement(using: &random)! }
      .joined()
  }

  private static func context(_ random: inout SeededRandom) -> YearContext {
    YearContext(
      reportYear: Bool.random(using: &random) ? Int.random(in: 2008...2013, using: &random) : nil,
      hasOwnYear: .random(using: &random), isGovernmentReport: .random(using: &random),
      isPlan: .random(using: &random), isHalfYear: .random(using: &random),
      section: SectionKind.allCases.randomElement(using: &random)!,
      headings: (0..<Int.random(in: 0...2, using: &random)).map { _ in paragraph(&random) })
  }

  @Test(.law, arguments: LawSeeds.seeds(200))
  func `spans cover the paragraph, and evidence is quoted from it`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 {
      let text = Self.paragraph(&random)
      let context = Self.context(&random)
      let scalars = Array(text.unicodeScalars)
      let spans = YearSpans.spans(of: text, in: context)
      var end = 0
      for span in spans {
        #expect(span.range.lowerBound == end && !span.range.isEmpty, "\(text)")
        end = span.range.upperBound
        if let range = span.evidenceRange {
          var words = String.UnicodeScalarView()
          words.append(contentsOf: scalars[range])
          #expect(String(words) == span.evidence && !range.isEmpty, "\(text)")
        }
      }
      #expect(end == scalars.count, "\(text)")
    }
  }

  @Test(.law, arguments: LawSeeds.seeds(200))
  func `kind, basis and years agree`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 {
      let text = Self.paragraph(&random)
      for span in YearSpans.spans(of: text, in: Self.context(&random)) {
        let years = span.years
        let isDated = years.from != nil || years.to != nil
        #expect(isDated == (span.kind == .fact || span.kind == .target), "\(text)")
        #expect((span.kind == .placeholder) == (years == .placeholder), "\(text)")
        #expect((span.kind == .none) == (years == .undated), "\(text)")
        #expect((span.basis == .undated) == (span.kind == .none), "\(text)")
        #expect(years.from ?? .min <= years.to ?? .max, "\(text)")
        let needsWords = span.basis != .section && span.basis != .report && span.basis != .undated
        #expect(!needsWords || !span.evidence.isEmpty, "\(text)")
      }
    }
  }

  @Test(.law, arguments: LawSeeds.seeds(100))
  func `placeholders, citations and cohorts never give a year`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let harmless = [
      "20xx年", "×年", "xxxx年", "国发〔2012〕48号", "《规划(2011-2020年)》", "2011级", "2012届", "09、10、11届",
      "控辍",
      "，", "。", "“国培计划”(2021)", "；", "“十二五”规划", "比2010年增长", "投入2011万元", "连续20年", "一年级", "12019人",
    ]
    for _ in 0..<20 {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        harmless.randomElement(using: &random)! + "学校"
      }.joined()
      let spans = YearSpans.spans(of: text, in: YearContext(reportYear: nil))
      #expect(spans.allSatisfy { $0.years.from == nil && $0.years.to == nil }, "\(text)")
    }
  }

  @Test(.law, arguments: LawSeeds.seeds(100))
  func `an unknown year is never guessed`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let relative = [
      "今年", "去年", "明年", "全年", "近三年来", "未来三年", "近年来", "过去五年", "当年", "学校", "，", "。", "以来", "起",
    ]
    for _ in 0..<20 {
      let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        relative.randomElement(using: &random)!
      }.joined()
      let context = YearContext(
        reportYear: nil, isGovernmentReport: .random(using: &random),
        section: SectionKind.allCases.randomElement(using: &random)!)
      let spans = YearSpans.spans(of: text, in: context)
      #expect(spans.allSatisfy { $0.kind == .none && $0.basis == .undated }, "\(text)")
    }
  }

  @Test func `the quick check misses no character that folds to a time expression`() {
    let marks = Set("年五0123456789".unicodeScalars)
    for value in UInt32(0x80)...0xFFFF {
      guard let scalar = Unicode.Scalar(value), scalar != "五" else { continue }
      let folded = FoldedText("中\(String(scalar))中").string.unicodeScalars
      guard folded.contains(where: marks.contains) || folded.count < 3 else { continue }
      var text = "中\(String(scalar))中"
      let count = text.withUTF8 { TimelessText.characterCount(of: $0) }
      let isSpace = scalar.properties.isWhitespace
      #expect(count == nil || isSpace, "\(String(value, radix: 16))")
    }
  }
}
