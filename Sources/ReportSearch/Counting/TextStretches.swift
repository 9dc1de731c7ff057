/// The texts of an index piece by piece: paragraphs, or the stretches of them that speak of one time.
struct TextStretches {
  let attributes: ParagraphAttributes
  /// The years of stretches; `nil` if whole paragraphs are wanted.
  let years: ParagraphYears?

  /// Calls a closure with each piece: its paragraph, its first folded character, and the number of folded
  /// characters.
  ///
  /// - Complexity: O(*n*) in the pieces.
  func forEach(_ body: (_ id: UInt32, _ place: UInt32, _ characters: UInt32) -> Void) {
    for index in attributes.reports.indices where attributes.reports[index] != 0 {
      let (id, end) = (UInt32(index), attributes.characterCounts[index])
      guard let years else {
        body(id, 0, end)
        continue
      }
      var start: UInt32 = 0
      for next in years.starts.places(ofParagraph: id) where next > start {
        body(id, start, next - start)
        start = next
      }
      body(id, start, end - start)
    }
  }
}
