/// An independent flow of text: the document body, a text frame, or the notes.
struct WordStory {
  /// The complete lines.
  private(set) var lines: [SourceLine] = []
  /// The paragraph that is being parsed.
  var paragraph: WordParagraph?
  /// The number of enclosing pictures and shapes. Inside them, only text frames contain text.
  var pictureDepth = 0
  /// True inside the properties of a paragraph.
  var isInProperties = false
  /// True if the current run is hidden.
  var isRunHidden = false

  /// The open table rows, from the outermost to the innermost table.
  private var rows: [WordRow] = []
  /// The open fields, from the outermost to the innermost. An element is true while the field code
  /// is read, which Word does not display.
  private var fields: [Bool] = []

  /// The maximum number of open fields.
  private static let mostFields = 32

  /// True inside a table cell.
  var isInCell: Bool { !rows.isEmpty }

  /// Appends text to the paragraph, unless it is part of a field code.
  ///
  /// - Parameters:
  ///   - text: The text in UTF-8.
  ///   - number: The number of the paragraph that is begun if none is open.
  ///   - endsLines: True if line breaks in the text are kept; otherwise they become spaces.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, number: Int, endsLines: Bool = false) {
    guard !fields.contains(true) else { return }
    if paragraph == nil { paragraph = WordParagraph(number: number) }
    paragraph?.add(text, isHidden: isRunHidden, endsLines: endsLines)
  }

  /// Adds the lines of a paragraph.
  mutating func add(_ lines: [SourceLine]) {
    if rows.isEmpty { self.lines += lines } else { rows[rows.count - 1].add(lines) }
  }

  /// Adds the lines of a text frame after the paragraph in which it is anchored.
  mutating func hang(_ lines: [SourceLine]) {
    if paragraph == nil { add(lines) } else { paragraph?.hung += lines }
  }

  /// Adds text that is drawn as a shape.
  mutating func hang(_ text: String, number: Int) {
    hang(PlainTextReader.lines(of: text).map { SourceLine(number: number, text: $0.text) })
  }

  /// Ends the paragraph and returns it, or returns `nil` if none is open.
  mutating func endParagraph() -> WordParagraph? {
    // A field code ends with its paragraph at the latest, so that an unclosed field does not hide
    // the rest of the text.
    for field in fields.indices { fields[field] = false }
    defer { paragraph = nil }
    return paragraph
  }

  /// Begins a field, begins its result, or ends it.
  ///
  /// - Parameter type: The value of `w:fldCharType`.
  mutating func takeField(_ type: String) {
    switch type {
    case "begin":
      fields.append(true)
      // Limits the memory taken by fields that are never closed.
      if fields.count > Self.mostFields { fields.removeFirst() }
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = false }
    case "end": _ = fields.popLast()
    default: break
    }
  }

  mutating func beginRow() { rows.append(WordRow()) }

  /// Begins a cell of the innermost open row.
  mutating func beginCell() {
    if !rows.isEmpty { rows[rows.count - 1].beginCell() }
  }

  /// Ends the innermost open row.
  mutating func endRow() {
    guard let row = rows.popLast() else { return }
    if rows.isEmpty { lines += row.lines } else { rows[rows.count - 1].addTable(row.lines) }
  }
}
