import TestSupport
import Testing

@testable import TextAnalysis

struct FoldingLaws {
  @Test(.law, arguments: LawSeeds.seeds(20))
  func `folding is idempotent`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for alphabet in [Alphabets.ordinary, Alphabets.hostile, Alphabets.ordinary + Alphabets.hostile]
    {
      for _ in 0..<500 {
        let text = random.string(of: alphabet, length: 0...12)
        let once = FoldedText(text)
        #expect(FoldedText(once.string).utf8 == once.utf8, "of \(Array(text.unicodeScalars))")
      }
    }
  }

  @Test(.law, arguments: LawSeeds.seeds(20))
  func `the fast path gives the result of the passes`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for alphabet in [Alphabets.ordinary, Alphabets.hostile, Alphabets.ordinary + Alphabets.hostile]
    {
      for _ in 0..<500 {
        expectSameFolding(of: random.string(of: alphabet, length: 0...12))
      }
    }
  }

  @Test func `every Unicode scalar folds as in the passes, alone and between others`() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), FoldingTable.shared[value] != 0 else { continue }
      expectSameFolding(of: String(scalar))
      expectSameFolding(of: "学 \(scalar) a \(scalar) 1")
    }
  }

  @Test(arguments: stride(from: UInt32(0), to: 0x110000, by: 0x8000).map { $0 })
  func `a scalar that folds to itself does so in the passes`(start: UInt32) {
    // All scalars of a block are in one text: none may combine with its neighbours.
    var text = String.UnicodeScalarView()
    for value in start..<start + 0x8000 where FoldingTable.shared[value] == 0 {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    expectSameFolding(of: String(text))
    #expect(Array(FoldedText(String(text)).string.unicodeScalars) == Array(text))
  }

  /// A dot at an end of the match is a middle dot because of the character next to it, which is cut off.
  @Test(.law, arguments: LawSeeds.seeds(10))
  func `a match cut out of the original folds to the searched string`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<500 {
      let original = random.string(of: Alphabets.ordinary, length: 1...12)
      let text = FoldedText(original)
      let characters = Array(text.string.unicodeScalars)
      guard !characters.isEmpty else { continue }
      let start = Int.random(in: 0..<characters.count, using: &random)
      let end = Int.random(in: start + 1...characters.count, using: &random)
      let wanted = FoldedText(String(String.UnicodeScalarView(characters[start..<end])))
      for match in text.occurrences(of: wanted) {
        let range = text.originalUTF8Range(ofCharacters: match)
        let cut = String(decoding: Array(original.utf8)[range], as: UTF8.self)
        var folded = Array(FoldedText(cut).string.unicodeScalars)
        let looked = Array(wanted.string.unicodeScalars)
        for end in [0, folded.count - 1]
        where looked[end] == "·" && ".●".contains(Character(folded[end])) {
          folded[end] = "·"
        }
        #expect(folded == looked)
      }
    }
  }

  private func expectSameFolding(of text: String) {
    var text = text
    text.withUTF8 { bytes in
      var buffer = FoldingBuffer()
      buffer.fold(bytes)
      var origins: [[UInt32]] = []
      for index in 0..<buffer.count {
        origins.append([buffer.originStarts[index], buffer.originEnds[index]])
      }
      let slow = FoldingPasses.folded(bytes)
      let utf8 = UnsafeBufferPointer(start: buffer.utf8, count: buffer.utf8Count)
      let scalars = String(decoding: utf8, as: UTF8.self).unicodeScalars.map(\.value)
      #expect(
        scalars == slow.map(\.scalar),
        "of \(Array(String(decoding: bytes, as: UTF8.self).unicodeScalars))")
      #expect(origins == slow.map { [UInt32($0.start), UInt32($0.end)] })
    }
  }
}
