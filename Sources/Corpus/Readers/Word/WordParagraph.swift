/// A paragraph that is being read.
struct WordParagraph {
  /// The place among the document's paragraphs, from 1.
  let number: Int
  /// The style that it names.
  var style: String? = nil
  /// The list that it names itself.
  var list: Int? = nil
  /// The level in the list that it names itself, from 0.
  var level: Int? = nil
  /// The level in the outline that it names itself, from 0.
  var outlineLevel: Int? = nil
  /// Whether its style hides its text.
  var isHidden = false
  /// Whether its end was deleted, so that it goes on in the next paragraph.
  var isEndDeleted = false
  /// The lines of the frames that hang on it.
  var hung: [SourceLine]

  private var text: [UInt8]
  private var hiddenText: [UInt8]

  /// Begins a paragraph.
  ///
  /// - Parameter open: What stands before it in the same line, if the end between them was deleted.
  init(number: Int, joining open: WordParagraph? = nil) {
    self.number = open?.number ?? number
    text = open?.text ?? []
    hiddenText = open?.hiddenText ?? []
    hung = open?.hung ?? []
  }

  /// The lines of the text that are not blank.
  var texts: [String] { Self.texts(of: text) }

  /// The hidden text, which Word neither shows nor finds: often the noise by which web pages mark what
  /// is copied from them.
  var hiddenLines: [SourceLine] {
    Self.texts(of: hiddenText).map { SourceLine(number: number, text: $0, chrome: .artifact) }
  }

  /// Adds text, in which line ends end lines or are spaces.
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
