/// The line of a page that is being collected, with the hidden text inside it.
struct LineCollector {
  /// The visible text.
  var text = ""
  /// The line of the source at which the text begins.
  var number = 1
  /// True if part of the line is in a control: an option, a button.
  var isInterface = false
  /// True if part of the line links to a file.
  var isAttachment = false
  /// The date of a `<time>` in the line.
  var date: CalendarDate?
  /// The number of letters and digits.
  private(set) var letters = 0
  /// The number of those in links.
  private(set) var linkLetters = 0
  /// The number of those that are centered, bold or large.
  private(set) var emphasizedLetters = 0
  /// The hidden lines.
  private(set) var hidden: [(text: String, number: Int, reason: ChromeReason)] = []

  private var hiddenPiece: (text: String, number: Int, reason: ChromeReason)?

  /// True if the line has no visible text.
  var isEmpty: Bool { text.isEmpty }

  /// Adds visible text.
  mutating func add(_ piece: String, isLink: Bool, isEmphasized: Bool) {
    let count = piece.unicodeScalars.count(where: Self.isLetter)
    letters += count
    if isLink { linkLetters += count }
    if isEmphasized { emphasizedLetters += count }
    text += piece
  }

  /// Returns true for letters and digits. Looking up Unicode properties would take longer than
  /// parsing the page.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case ..<0xC0, 0x2000...0x206F, 0x3000...0x303F, 0xFE10...0xFE6F, 0xFF00...0xFF0F,
      0xFF1A...0xFF20:
      false
    default: true
    }
  }

  /// Adds text that browsers do not show.
  mutating func addHidden(_ piece: String, at number: Int, because reason: ChromeReason) {
    if hiddenPiece == nil { hiddenPiece = ("", number, reason) }
    hiddenPiece?.text += piece
  }

  /// Ends a line of hidden text. The pronunciations in one line are joined.
  mutating func endHiddenLine() {
    guard let piece = hiddenPiece else { return }
    hiddenPiece = nil
    let lines = PlainTextReader.lines(of: piece.text)
    guard !lines.isEmpty else { return }
    if piece.reason == .annotation, let last = hidden.indices.last,
      hidden[last].reason == .annotation
    {
      hidden[last].text += " " + lines.map(\.text).joined(separator: " ")
    } else {
      hidden += lines.map { ($0.text, piece.number, piece.reason) }
    }
  }

  /// Returns text with its line ends and tabs collapsed to spaces, as browsers do. Text without
  /// them is returned unchanged.
  static func spaced(_ content: String, after: Bool) -> String {
    guard content.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else {
      return content
    }
    let words = content.split {
      $0 == "\n" || $0 == "\r" || $0 == "\t" || $0 == "\r\n" || $0 == " "
    }
    let joined = words.joined(separator: " ")
    let first = content.first.map { $0.isWhitespace } ?? false
    return (first && after ? " " : "") + joined
      + (content.last?.isWhitespace == true && !joined.isEmpty ? " " : "")
  }
}
