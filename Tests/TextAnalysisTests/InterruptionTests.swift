import TestSupport
import Testing
import TextAnalysis

struct InterruptionTests {
  @Test(arguments: [
    ("抓好⟦控辍、保学⟧工作", "控辍保学"), ("“⟦控辍”、“保学⟧”", "控辍保学"), ("控辍保学", "控辍保学"),
    ("⟦控，辍保学⟧和⟦控辍保。学⟧", "控辍保学"), ("控辍、、、、保学", "控辍保学"), ("控、辍、保学", "控辍保学"),
    ("控辍的保学", "控辍保学"), ("保学、控辍", "控辍保学"), ("⟦work, report⟧", "workreport"),
    ("⟦a - b⟧", "ab"), ("哈、哈哈", "哈哈"), ("哈哈、哈", "哈哈"), ("⟦甲、、乙⟧", "甲、乙"), ("控", "控"), ("控、", "控"),
    ("控辍、控辍保学", "控辍保学"), ("", "控辍"),
  ])
  func `a literal interrupted once is found`(marked: String, literal: String) {
    let original = marked.filter { !"⟦⟧".contains($0) }
    let text = FoldedText(original)
    let bytes = Array(original.utf8)
    var shown = ""
    var place = 0
    for match in text.interruptedOccurrences(of: FoldedText(literal)) {
      let range = text.originalUTF8Range(ofCharacters: match)
      shown += String(decoding: bytes[place..<range.lowerBound], as: UTF8.self)
      shown += "⟦" + String(decoding: bytes[range], as: UTF8.self) + "⟧"
      place = range.upperBound
    }
    shown += String(decoding: bytes[place...], as: UTF8.self)
    #expect(shown == marked)
  }

  @Test(.law, arguments: LawSeeds.seeds(10))
  func `a loose match without its interruption is the literal`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("控辍保，、 a".unicodeScalars)
    let marks = Set("，、, ".unicodeScalars)
    for _ in 0..<2000 {
      let text = FoldedText(random.string(of: alphabet, length: 0...14))
      let literal = FoldedText(random.string(of: alphabet, length: 1...4))
      let wanted = Array(literal.string.unicodeScalars)
      let scalars = Array(text.string.unicodeScalars)
      let literalMatches = text.occurrences(of: literal)
      var end = 0
      for match in text.interruptedOccurrences(of: literal) {
        #expect(match.lowerBound >= end)
        end = match.upperBound
        #expect(literalMatches.allSatisfy { !$0.overlaps(match) })
        let part = Array(scalars[match])
        let gap = part.count - wanted.count
        #expect((1...3).contains(gap))
        let isExplained = (1..<wanted.count).contains { cut in
          let rest: [Unicode.Scalar] = Array(part[..<cut]) + Array(part[(cut + gap)...])
          return rest == wanted && part[cut..<cut + gap].allSatisfy(marks.contains)
        }
        #expect(isExplained, "\(part) of \(wanted)")
      }
    }
  }
}
