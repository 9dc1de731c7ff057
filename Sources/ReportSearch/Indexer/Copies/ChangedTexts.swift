/// Texts of paragraphs that come and go in a transaction, to be sketched together.
struct ChangedTexts: Sendable {
  /// What the text of a paragraph is known by.
  struct Element: Sendable {
    /// The paragraph.
    let paragraph: UInt32
    /// Whether it comes or goes.
    let isAdded: Bool
    /// By what equal texts are known.
    let digest: TextDigest
    /// By what near copies are found.
    let sketch: CopySketch
  }

  private var utf8: [UInt8] = []
  private var places: [(paragraph: UInt32, isAdded: Bool, end: Int)] = []

  /// The number of bytes of all texts.
  var byteCount: Int { utf8.count }

  /// Whether there are none.
  var isEmpty: Bool { places.isEmpty }

  /// Adds a folded text in UTF-8.
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>, ofParagraph paragraph: UInt32, isAdded: Bool
  ) {
    utf8.append(contentsOf: text)
    places.append((paragraph, isAdded, utf8.count))
  }

  /// Returns what the texts are known by, in their order.
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
