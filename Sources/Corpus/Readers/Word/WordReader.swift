/// Reads a document of Word 2007 or later.
///
/// A paragraph is a line, a row of a table is a line. The numbers that Word generates stand before their
/// paragraphs, since readers see, search and cite them. Notes follow the text; the heads and feet of
/// pages follow as running heads. Comments, deleted text and the codes of fields are left out.
enum WordReader {
  /// Returns the document of an archive.
  ///
  /// - Throws: `unparsable` if the archive is no such document or the document is broken, `encrypted`,
  ///   or `unpacksTooLarge`.
  static func document(of archive: ZipArchive) throws(ReadingError.Kind) -> SourceDocument {
    let package = OfficePackage(archive, format: .docx)
    guard let main = try package.mainPart(), let content = try package.part(main) else {
      throw .unparsable(.docx)
    }
    let relationships = try package.relationships(of: main)
    func parts(_ kinds: String...) throws(ReadingError.Kind) -> [[UInt8]] {
      var parts: [[UInt8]] = []
      for relationship in relationships where kinds.contains(relationship.kind) {
        if let part = try package.part(relationship.part) { parts.append(part) }
      }
      return parts
    }
    var styles = WordStyles()
    if let part = try parts("styles").first { styles = try WordStyles(part) }
    var numbering = WordNumbering()
    if let part = try parts("numbering").first {
      numbering = try WordNumbering(part, styles: styles)
    }
    var text = WordText(styles: styles, numbering: numbering)
    var lines = try text.lines(of: content)
    for part in try parts("footnotes") + parts("endnotes") { lines += try text.lines(of: part) }
    var running: Set<String> = []
    for part in try parts("header", "footer") {
      for line in try text.lines(of: part) where running.insert(line.text).inserted {
        lines.append(
          SourceLine(number: line.number, text: line.text, role: line.role, chrome: .runningHead))
      }
    }
    return SourceDocument(lines: lines)
  }
}
