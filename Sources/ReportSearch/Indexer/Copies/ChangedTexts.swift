/// Texts of paragraphs that are added or removed in a transaction, collected for sketching them
/// together.
struct ChangedTexts: Sendable {
  /// The digest and the sketch of a paragraph's text.
  struct Element: Sendable {
    /// The id of the paragraph.
    let paragraph: UInt32
    /// True if the paragraph is added, false if it is removed.
    let isAdded: Bool
    /// The digest, which identifies equal texts.
    let digest: TextDigest
    /// The sketch, by which near-duplicates are found.
    let sketch: CopySketch
  }

  private var utf8: [UInt8] = []
  private var places: [(paragraph: UInt32, isAdded: Bool, end: Int)] = []

  /// The number of bytes of all texts.
  var byteCount: Int { utf8.count }

  /// True if there are no texts.
  var isEmpty: Bool { places.isEmpty }

  /// Appends a folded text in UTF-8.
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, ofParagraph paragraph: UInt32, isAdded: Bool
  ) {
    utf8.append(contentsOf: text)
    places.append((paragraph, isAdded, utf8.count))
  }

  /// Computes the digests and sketches of the texts, in order.
  ///
  /// - Complexity: O(*n*) in their bytes.
  func elements() -> [Element] {
    let sketcher = CopySketcher()
    return utf8.withUnsafeBufferPointer { utf8 in
      var start = 0
      return places.map { paragraph, isAdded, end in
        let text = UnsafeBufferPointer(rebasing: utf8[start..<end])
        start = end
        return Element(
          paragraph: paragraph, isAdded: isAdded, digest: TextDigest(of: text),
          sketch: sketcher.sketch(of: text))
      }
    }
  }
}
