/// A text that runs by itself: that of the pages, of a frame, of the notes.
struct WordStory {
  /// The lines that are complete.
  private(set) var lines: [SourceLine] = []
  /// The paragraph that is being read.
  var paragraph: WordParagraph?
  /// The number of pictures and shapes around what is read, inside which only frames hold text.
  var pictureDepth = 0
  /// Whether the properties of a paragraph are being read.
  var isInProperties = false
  /// Whether the run that is being read is hidden.
  var isRunHidden = false

  /// The rows that are being read, a row of a table inside a cell behind the row of that cell.
  private var rows: [WordRow] = []
  /// The fields that are being read, an inner one behind the outer: whether its code is, which Word
  /// does not show.
  private var fields: [Bool] = []

  /// Fields stand in one another no deeper.
  private static let mostFields = 32

  /// Whether a cell of a table is being read.
  var isInCell: Bool { !rows.isEmpty }

  /// Adds text to the paragraph.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - number: The place of the paragraph if none is open.
  ///   - endsLines: Whether line ends in it end lines; otherwise they are spaces.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, number: Int, endsLines: Bool = false) {
    guard !fields.contains(true) else { return }
    if paragraph == nil { paragraph = WordParagraph(number: number) }
    paragraph?.add(text, isHidden: isRunHidden, endsLines: endsLines)
  }

  /// Adds the lines of a paragraph.
  mutating func add(_ lines: [SourceLine]) {
    if rows.isEmpty { self.lines += lines } else { rows[rows.count - 1].add(lines) }
  }

  /// Adds the lines of a frame behind the paragraph that it hangs on.
  mutating func hang(_ lines: [SourceLine]) {
    if paragraph == nil { add(lines) } else { paragraph?.hung += lines }
  }

  /// Adds text that is drawn.
  mutating func hang(_ text: String, number: Int) {
    hang(PlainTextReader.lines(of: text).map { SourceLine(number: number, text: $0.text) })
  }

  /// Ends the paragraph and returns it.
  mutating func endParagraph() -> WordParagraph? {
    // The code of a field ends with its paragraph at the latest, so that broken fields swallow no text.
    for field in fields.indices { fields[field] = false }
    defer { paragraph = nil }
    return paragraph
  }

  /// Begins a field, its result, or ends it.
  mutating func takeField(_ type: String) {
    switch type {
    case "begin":
      fields.append(true)
      // Fields that never end must not pile up.
      if fields.count > Self.mostFields { fields.removeFirst() }
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = false }
    case "end": _ = fields.popLast()
    default: break
    }
  }

  /// Begins a row of a table.
  mutating func beginRow() { rows.append(WordRow()) }

  /// Begins a cell of the row.
  mutating func beginCell() {
    if !rows.isEmpty { rows[rows.count - 1].beginCell() }
  }

  /// Ends the row.
  mutating func endRow() {
    guard let row = rows.popLast() else { return }
    if rows.isEmpty { lines += row.lines } else { rows[rows.count - 1].addTable(row.lines) }
  }
}
