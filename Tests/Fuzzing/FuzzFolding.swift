// Part of the tests. For libFuzzer, `scripts/fuzz` compiles this file together with TextAnalysis.
#if canImport(TextAnalysis)
  @testable import TextAnalysis
#endif

/// Checks the properties that hold for all bytes. Called by libFuzzer and by `KeptTextTests`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFolding(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  let text = FoldedText(utf8: bytes)

  // Folding is idempotent, and the fast path gives the result of the passes.
  precondition(FoldedText(text.string).utf8 == text.utf8, "folding is idempotent")
  let passes = FoldingPasses.folded(bytes).map(\.scalar)
  precondition(Array(text.string.unicodeScalars.map(\.value)) == passes, "both ways fold the same")

  // Every character starts one token, whose range is inside the original.
  var tokens = 0
  var spelled: [UInt8] = []
  BigramTokenizer().forEachToken(in: bytes, for: .document) { term, utf8Range in
    precondition(!term.isEmpty && !utf8Range.isEmpty && utf8Range.upperBound <= count)
    precondition(
      utf8Range
        == text.originalUTF8Range(ofCharacters: tokens..<min(tokens + 2, text.characterCount)))
    spelled += term.prefix(text.utf8Range(ofCharacters: tokens..<tokens + 1).count)
    tokens += 1
    return true
  }
  precondition(tokens == text.characterCount && spelled == text.utf8, "tokens spell the text")

  // The first bytes are the literal: its matches do not overlap, and their text equals the literal.
  let literal = FoldedText(utf8: UnsafeBufferPointer(rebasing: bytes[..<min(count, 1 + count % 7)]))
  var end = 0
  for match in text.occurrences(of: literal) {
    precondition(
      match.lowerBound >= end
        && text.utf8[text.utf8Range(ofCharacters: match)].elementsEqual(literal.utf8))
    end = match.upperBound
  }
  end = 0
  for match in text.interruptedOccurrences(of: literal) {
    precondition(match.lowerBound >= end && match.upperBound <= text.characterCount)
    end = match.upperBound
  }
  return 0
}
