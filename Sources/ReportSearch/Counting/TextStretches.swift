/// The texts of an index in pieces: whole paragraphs, or the spans of them with the same years.
struct TextStretches {
  let attributes: ParagraphAttributes
  /// The years of spans; `nil` for whole paragraphs.
  let years: ParagraphYears?

  /// Calls a closure with each piece: its paragraph, the offset of its first folded character, and
  /// its number of folded characters.
  ///
  /// - Parameter ids: The paragraphs to include; `nil` for all.
  /// - Complexity: O(*n*) in the pieces.
  func forEach(
    in ids: [UInt32]?, _ body: (_ id: UInt32, _ place: UInt32, _ characters: UInt32) -> Void
  ) {
    if let ids {
      for id in ids { forEachPiece(of: id, body) }
    } else {
      for index in attributes.reports.indices where attributes.reports[index] != 0 {
        forEachPiece(of: UInt32(index), body)
      }
    }
  }

  /// Calls a closure with each piece of a paragraph.
  @inline(__always)
  func forEachPiece(
    of id: UInt32, _ body: (_ id: UInt32, _ place: UInt32, _ characters: UInt32) -> Void
  ) {
    let end = attributes.characterCounts[Int(id)]
    guard let years else { return body(id, 0, end) }
    var start: UInt32 = 0
    for next in years.starts.places(ofParagraph: id) where next > start {
      body(id, start, next - start)
      start = next
    }
    body(id, start, end - start)
  }
}
