/// What the styles of a document say about its paragraphs and runs.
struct WordStyles {
  /// A style of paragraphs, with what it takes from the styles that it is based on.
  struct Paragraph: Hashable, Sendable {
    /// What paragraphs of the style are, if the style tells.
    var role: SourceLine.Role? = nil
    /// Whether they are lines of a table of contents.
    var isContents = false
    /// Whether their text is hidden.
    var isHidden = false
    /// The list that numbers them.
    var list: Int? = nil
    /// Their level in the list, from 0.
    var level: Int? = nil
    /// The identifiers of the style and of those that it is based on, in that order.
    var chain: [String] = []
  }

  private var paragraphs: [String: Paragraph] = [:]
  private var hiddenRuns: Set<String> = []
  private var ordinary = Paragraph()

  /// The styles of a document that defines none.
  init() {}

  /// Reads the part that defines the styles.
  init(_ part: [UInt8]) throws(ReadingError.Kind) {
    let definitions = try Definition.all(in: part)
    for (identifier, definition) in definitions {
      let style = Self.paragraph(identifier, among: definitions)
      paragraphs[identifier] = style
      if definition.isDefaultParagraph { ordinary = style }
      if style.isHidden { hiddenRuns.insert(identifier) }
    }
  }

  /// The style of paragraphs by its identifier, or that of paragraphs that name none.
  func paragraph(_ identifier: String?) -> Paragraph {
    identifier.flatMap { paragraphs[$0] } ?? ordinary
  }

  /// Whether a style of runs hides their text.
  func hidesRuns(_ identifier: String) -> Bool { hiddenRuns.contains(identifier) }

  /// Styles that are based on one another in a circle, or too many, end here.
  private static let longestChain = 32

  private static func paragraph(
    _ identifier: String, among definitions: [String: Definition]
  ) -> Paragraph {
    var style = Paragraph()
    var isHidden: Bool?
    var hasRole = false
    var next: String? = identifier
    while let current = next, let definition = definitions[current],
      style.chain.count < longestChain
    {
      style.chain.append(current)
      if !hasRole, let role = definition.role {
        hasRole = true
        style.role = role == .text ? nil : role
      }
      if definition.isContents { style.isContents = true }
      isHidden = isHidden ?? definition.isHidden
      style.list = style.list ?? definition.list
      style.level = style.level ?? definition.level
      next = definition.base
    }
    style.isHidden = isHidden ?? false
    return style
  }
}

/// A style as it is defined, without what it is based on.
private struct Definition {
  var base: String?
  var role: SourceLine.Role?
  var isContents = false
  var isHidden: Bool?
  var list: Int?
  var level: Int?
  var isDefaultParagraph = false

  private enum Element: String {
    case style, name, basedOn, outlineLvl, ilvl, numId, vanish
    case pPrChange, rPrChange, tblStylePr
  }

  static func all(in part: [UInt8]) throws(ReadingError.Kind) -> [String: Definition] {
    let reader = try XMLPullReader<Element>(part, of: .docx)
    var definitions: [String: Definition] = [:]
    var identifier = ""
    var definition = Definition()
    while let piece = try reader.next() {
      switch piece {
      case .start(.style):
        identifier = reader.attribute("styleId") ?? ""
        definition = Definition()
        definition.isDefaultParagraph =
          reader.attribute("type") == "paragraph" && reader.attribute("default") != nil
          && reader.attribute("default") != "0"
      case .end(.style): definitions[identifier] = definition
      case .start(.name): definition.take(name: reader.attribute("val") ?? "")
      case .start(.basedOn): definition.base = reader.attribute("val")
      case .start(.outlineLvl):
        guard definition.role == nil, let level = reader.number("val") else { continue }
        definition.role = SourceLine.Role(outlineLevel: level)
      case .start(.ilvl): definition.level = reader.number("val")
      case .start(.numId): definition.list = reader.number("val")
      case .start(.vanish): definition.isHidden = reader.isOn("val")
      case .start(.pPrChange), .start(.rPrChange), .start(.tblStylePr): try reader.skipElement()
      default: continue
      }
    }
    return definitions
  }

  /// Takes what a name says, which is English in every edition of Word, Chinese in some programs.
  private mutating func take(name: String) {
    let name = name.lowercased().filter { !$0.isWhitespace }
    if name == "title" || name == "标题" {
      role = .title
    } else if name.hasPrefix("toc") || name.hasPrefix("目录") {
      isContents = true
    }
    for word in ["heading", "标题"] where name.hasPrefix(word) {
      if let level = Int(name.dropFirst(word.count)), (1...9).contains(level) {
        role = .heading(level: level)
      }
    }
  }
}

extension SourceLine.Role {
  /// What a paragraph is by its level in Word's outline, from 0; level 9 is running text.
  init(outlineLevel: Int) {
    self = (0...8).contains(outlineLevel) ? .heading(level: outlineLevel + 1) : .text
  }
}
