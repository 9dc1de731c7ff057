/// Reads documents of Word 2007 or later (DOCX).
///
/// Each paragraph and each table row is a line. Numbers that Word generates precede their
/// paragraphs, because users see, search and cite them. Footnotes and endnotes follow the text.
/// Page headers and footers follow as running heads. Comments, deleted text and field codes are
/// omitted.
enum WordReader {
  /// Returns the document in an archive.
  ///
  /// - Throws: `unparsable` if the archive is not a Word document or the document is corrupt,
  ///   `encrypted`, or `unpacksTooLarge`.
  static func document(of archive: ZipArchive) throws(ReadingError.Kind) -> SourceDocument {
    let package = OfficePackage(archive, format: .docx)
    guard let main = try package.mainPart(), let content = try package.part(main) else {
      throw .unparsable(.docx)
    }
    let relationships = try package.relationships(of: main)
    func parts(
      _ kinds: String...
    ) throws(ReadingError.Kind) -> [(name: String, content: [UInt8])] {
      var parts: [(name: String, content: [UInt8])] = []
      for relationship in relationships where kinds.contains(relationship.kind) {
        if let part = try package.part(relationship.part) {
          parts.append((relationship.part, part))
        }
      }
      return parts
    }
    var styles = WordStyles()
    if let part = try parts("styles").first { styles = try WordStyles(part.content) }
    var numbering = WordNumbering()
    if let part = try parts("numbering").first {
      numbering = try WordNumbering(part.content, styles: styles)
    }
    var text = WordText(styles: styles, numbering: numbering)
    var unread = WordUnreadText(of: package)
    try unread.note(missingAmong: relationships)
    func read(_ part: [UInt8], named name: String) throws(ReadingError.Kind) -> [SourceLine] {
      let lines = try text.lines(of: part)
      try unread.note(text.references, ofPart: name)
      return lines
    }
    var lines = try read(content, named: main)
    for part in try parts("footnotes") + parts("endnotes") {
      lines += try read(part.content, named: part.name)
    }
    var running: Set<String> = []
    for part in try parts("header", "footer") {
      for line in try read(part.content, named: part.name) where running.insert(line.text).inserted
      {
        lines.append(
          SourceLine(number: line.number, text: line.text, role: line.role, chrome: .runningHead))
      }
    }
    for part in try parts("webSettings") { try unread.note(framesIn: part.content, part.name) }
    return SourceDocument(lines: lines, incompleteness: unread.reasons)
  }
}
