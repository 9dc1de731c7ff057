/// Parses the text parts of a document into lines.
struct WordText {
  private let styles: WordStyles
  private var counts: WordNumberingCounts
  private var paragraphCount = 0
  /// The stack of open stories: the text that is being read is last, after the texts that contain
  /// its frames.
  private var stories: [WordStory] = []
  /// For each enclosing `mc:AlternateContent`, true if one of its alternatives has been read.
  private var choices: [Bool] = []
  /// The elements of the last part that stand for text elsewhere.
  private(set) var references: [Reference] = []
  private var isInText = false
  private var keepsSpaces = false

  private typealias Reader = XMLPullReader<Element>

  /// The elements that are processed. Most names are those of WordprocessingML.
  private enum Element: String {
    case p, r, t, tab, ptab, br, cr, noBreakHyphen, sym, fldChar
    case pPr, pStyle, ilvl, numId, outlineLvl, rStyle, vanish
    case del, moveFrom, rt
    case tr, tc
    case drawing, pict, object, txbxContent, txBody, textpath
    case alternateContent = "AlternateContent"
    case choice = "Choice"
    case fallback = "Fallback"
    case footnote, endnote
    case altChunk, subDoc
    case oleObject = "OLEObject"
    case sdtPr, sdtEndPr, tblPr, tblPrEx, tblGrid, trPr, tcPr, sectPr, pPrChange, rPrChange
  }

  /// An element that stands for text in another part or file.
  struct Reference: Hashable, Sendable {
    let kind: Incompleteness.Kind
    /// The identifier of the relationship that names the part or file.
    let relationship: String?
  }

  /// Creates a parser for one document.
  init(styles: WordStyles, numbering: WordNumbering) {
    self.styles = styles
    counts = WordNumberingCounts(numbering)
  }

  /// Returns the lines of a part. Paragraph numbers continue from the previous parts.
  mutating func lines(of part: [UInt8]) throws(ReadingError.Kind) -> [SourceLine] {
    stories = [WordStory()]
    choices = []
    references = []
    let reader = try Reader(part, of: .docx)
    while let piece = try reader.next() {
      switch piece {
      case .start(let element?): try begin(element, reader)
      case .end(let element?): end(element)
      case .text(let text) where isInText: add(text)
      default: continue
      }
    }
    endParagraph()
    return stories[0].lines
  }

  /// The innermost open story.
  private var story: WordStory {
    _read { yield stories[stories.count - 1] }
    _modify { yield &stories[stories.count - 1] }
  }

  private mutating func begin(_ element: Element, _ reader: Reader) throws(ReadingError.Kind) {
    switch element {
    case .alternateContent: choices.append(false)
    case .choice, .fallback:
      if choices.last == true { try reader.skipElement() }
      if !choices.isEmpty { choices[choices.count - 1] = true }
    case .altChunk: refer(to: .importedText, reader)
    case .subDoc: refer(to: .frame, reader)
    case .oleObject:
      if !EmbeddedObject.isPicture(reader.attribute("ProgID") ?? "") {
        refer(to: .embeddedDocument, reader)
      }
    case .drawing, .pict, .object: story.pictureDepth += 1
    case .txbxContent, .txBody: stories.append(WordStory())
    case .textpath:
      if let text = reader.attribute("string") { story.hang(text, number: paragraphCount) }
    case _ where story.pictureDepth > 0: break
    case .sdtPr, .sdtEndPr, .tblPr, .tblPrEx, .tblGrid, .trPr, .tcPr, .sectPr, .pPrChange,
      .rPrChange, .rt:
      try reader.skipElement()
    case .footnote, .endnote:
      // Notes of other types are the separators between text and notes.
      if let type = reader.attribute("type"), type != "normal" { try reader.skipElement() }
    case .del, .moveFrom:
      if story.isInProperties {
        story.paragraph?.isEndDeleted = true
      } else {
        try reader.skipElement()
      }
    case .tr:
      endParagraph()
      story.beginRow()
    case .tc: story.beginCell()
    case .p: beginParagraph()
    default: beginInParagraph(element, reader)
    }
  }

  private mutating func refer(to kind: Incompleteness.Kind, _ reader: Reader) {
    references.append(Reference(kind: kind, relationship: reader.attribute("id")))
  }

  private mutating func beginInParagraph(_ element: Element, _ reader: Reader) {
    switch element {
    case .pPr: story.isInProperties = true
    case .pStyle: story.paragraph?.style = reader.attribute("val")
    case .ilvl: story.paragraph?.level = reader.number("val")
    case .numId: story.paragraph?.list = reader.number("val")
    case .outlineLvl: story.paragraph?.outlineLevel = reader.number("val")
    case .r: story.isRunHidden = story.paragraph?.isHidden ?? false
    case .rStyle:
      if !story.isInProperties, let style = reader.attribute("val"), styles.hidesRuns(style) {
        story.isRunHidden = true
      }
    case .vanish:
      if !story.isInProperties { story.isRunHidden = reader.isOn("val") }
    case .t:
      isInText = true
      keepsSpaces = reader.attribute("space") == "preserve"
    case .tab, .ptab: add("\t")
    case .br, .cr: add("\n")
    case .noBreakHyphen: add("-")
    case .sym: addSymbol(reader)
    case .fldChar: story.takeField(reader.attribute("fldCharType") ?? "")
    default: break
    }
  }

  private mutating func end(_ element: Element) {
    switch element {
    case .alternateContent: _ = choices.popLast()
    case .drawing, .pict, .object: story.pictureDepth -= 1
    case .txbxContent, .txBody:
      endParagraph()
      let lines = stories.removeLast().lines
      story.hang(lines)
    case .t: isInText = false
    case _ where story.pictureDepth > 0: break
    case .p:
      if story.paragraph?.isEndDeleted != true { endParagraph() }
    case .pPr:
      story.isInProperties = false
      let style = styles.paragraph(story.paragraph?.style)
      story.paragraph?.isHidden = style.isHidden
    case .tc: endParagraph()
    case .tr: story.endRow()
    default: break
    }
  }

  /// Begins a paragraph, or continues the previous one if its paragraph mark was deleted.
  private mutating func beginParagraph() {
    if story.paragraph?.isEndDeleted == false { endParagraph() }
    paragraphCount += 1
    story.paragraph = WordParagraph(number: paragraphCount, joining: story.paragraph)
  }

  private mutating func endParagraph() {
    guard let paragraph = story.endParagraph() else { return }
    let style = styles.paragraph(paragraph.style)
    var texts = paragraph.texts
    var isInList = false
    if let list = paragraph.list ?? style.list, let levels = counts.numbering.list(list),
      !paragraph.isEndDeleted || !texts.isEmpty
    {
      let level = paragraph.level ?? levels.level(ofStyle: style.chain) ?? style.level ?? 0
      let number = counts.nextNumber(inList: list, level: level)
      isInList = levels.levels.indices.contains(level) && levels.levels[level] != nil
      if !texts.isEmpty {
        texts[0] = number + texts[0]
      } else if story.isInCell, !number.isEmpty {
        // In a column of automatic row numbers, the cells contain nothing else.
        texts = [number.last == " " ? String(number.dropLast()) : number]
      }
    }
    let outline = paragraph.outlineLevel.map(SourceLine.Role.init(outlineLevel:))
    let marked = style.role == .title ? .title : outline ?? style.role
    let role = marked.flatMap { $0 == .text ? nil : $0 } ?? (isInList ? .listItem : .text)
    let lines = texts.map {
      SourceLine(
        number: paragraph.number, text: $0, role: style.isContents ? .text : role,
        chrome: style.isContents ? .surroundings : nil)
    }
    story.add(lines + paragraph.hiddenLines + paragraph.hung)
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    guard keepsSpaces else {
      // Word trims white space at both ends unless `xml:space` is `preserve`.
      let isText = { (byte: UInt8) in byte > 0x20 }
      guard let first = text.firstIndex(where: isText), let last = text.lastIndex(where: isText)
      else { return }
      return story.add(UnsafeBufferPointer(rebasing: text[first...last]), number: paragraphCount)
    }
    story.add(text, number: paragraphCount)
  }

  private mutating func add(_ text: StaticString) {
    guard !story.isInProperties else { return }
    story.add(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount),
      number: paragraphCount, endsLines: true)
  }

  /// Appends a character given by its code (`w:sym`), unless the code is only a glyph position in a
  /// symbol font.
  private mutating func addSymbol(_ reader: Reader) {
    let font = (reader.attribute("font") ?? "").lowercased()
    guard let code = reader.attribute("char").flatMap({ UInt32($0, radix: 16) }),
      let scalar = Unicode.Scalar(code), code > 0x20,
      scalar.properties.generalCategory != .privateUse,
      !["symbol", "wingdings", "webdings"].contains(where: font.hasPrefix) || code > 0xFF
    else { return }
    Array(String(Character(scalar)).utf8).withUnsafeBufferPointer {
      story.add($0, number: paragraphCount)
    }
  }
}
