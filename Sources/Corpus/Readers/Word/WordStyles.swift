/// The style definitions of a document that affect its text.
struct WordStyles {
  /// A paragraph style with the properties that it inherits from its base styles.
  struct Paragraph: Hashable, Sendable {
    /// The role of paragraphs with this style, or `nil` if the style does not define one.
    var role: SourceLine.Role? = nil
    /// True if the paragraphs are entries of a table of contents.
    var isContents = false
    /// True if the text is hidden.
    var isHidden = false
    /// The list that numbers the paragraphs.
    var list: Int? = nil
    /// The zero-based level in the list.
    var level: Int? = nil
    /// The identifiers of the style and its base styles, the most specific first.
    var chain: [String] = []
  }

  private var paragraphs: [String: Paragraph] = [:]
  private var hiddenRuns: Set<String> = []
  private var ordinary = Paragraph()

  /// Creates the styles of a document without style definitions.
  init() {}

  /// Parses the styles part.
  init(_ part: [UInt8]) throws(ReadingError.Kind) {
    let definitions = try Definition.all(in: part)
    for (identifier, definition) in definitions {
      let style = Self.paragraph(identifier, among: definitions)
      paragraphs[identifier] = style
      if definition.isDefaultParagraph { ordinary = style }
      if style.isHidden { hiddenRuns.insert(identifier) }
    }
  }

  /// Returns the paragraph style with an identifier, or the default style if there is none.
  func paragraph(_ identifier: String?) -> Paragraph {
    identifier.flatMap { paragraphs[$0] } ?? ordinary
  }

  /// Returns true if the style hides the text of runs.
  func hidesRuns(_ identifier: String) -> Bool { hiddenRuns.contains(identifier) }

  /// The maximum number of styles in an inheritance chain. It also ends cycles.
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

/// A style as defined, without inherited properties.
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

  /// Sets the role from the style's name. The name is English in every edition of Word and Chinese
  /// in some other programs.
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
  /// Creates the role for a zero-based outline level of Word. Level 9 is running text.
  init(outlineLevel: Int) {
    self = (0...8).contains(outlineLevel) ? .heading(level: outlineLevel + 1) : .text
  }
}
