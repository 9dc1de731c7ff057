/// A paragraph that is being parsed.
struct WordParagraph {
  /// The one-based index among the paragraphs of the document.
  let number: Int
  /// The identifier of the paragraph's style.
  var style: String? = nil
  /// The list set on the paragraph itself.
  var list: Int? = nil
  /// The zero-based list level set on the paragraph itself.
  var level: Int? = nil
  /// The zero-based outline level set on the paragraph itself.
  var outlineLevel: Int? = nil
  /// True if the paragraph's style hides its text.
  var isHidden = false
  /// True if the paragraph mark was deleted, so that the next paragraph continues this one.
  var isEndDeleted = false
  /// The lines of the text frames anchored in the paragraph.
  var hung: [SourceLine]

  private var text: [UInt8]
  private var hiddenText: [UInt8]

  /// Begins a paragraph.
  ///
  /// - Parameter open: The previous paragraph, if its paragraph mark was deleted. Its text and
  ///   number are continued.
  init(number: Int, joining open: WordParagraph? = nil) {
    self.number = open?.number ?? number
    text = open?.text ?? []
    hiddenText = open?.hiddenText ?? []
    hung = open?.hung ?? []
  }

  /// The nonblank lines of the visible text.
  var texts: [String] { Self.texts(of: text) }

  /// The lines of the hidden text, as boilerplate.
  ///
  /// Word neither displays nor finds hidden text. It is often noise that web pages insert to mark
  /// copied text.
  var hiddenLines: [SourceLine] {
    Self.texts(of: hiddenText).map { SourceLine(number: number, text: $0, chrome: .artifact) }
  }

  /// Appends text.
  ///
  /// - Parameter endsLines: True if line breaks in the text are kept; otherwise they become spaces.
  mutating func add(_ piece: UnsafeBufferPointer<UInt8>, isHidden: Bool, endsLines: Bool) {
    if isHidden {
      hiddenText += piece
    } else if endsLines || !piece.contains(where: { $0 == 0x0A || $0 == 0x0D }) {
      text += piece
    } else {
      text += piece.lazy.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    }
  }

  private static func texts(of bytes: [UInt8]) -> [String] {
    bytes.isEmpty
      ? [] : PlainTextReader.lines(of: String(decoding: bytes, as: UTF8.self)).map(\.text)
  }
}
