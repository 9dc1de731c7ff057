/// The lists of a document: how Word numbers paragraphs that do not say their numbers themselves.
struct WordNumbering {
  /// One level of a list.
  struct Level: Hashable, Sendable {
    /// A part of a number: a text, or the count of a level.
    enum Piece: Hashable, Sendable {
      case text(String)
      case count(level: Int)
    }

    /// What stands behind a number.
    enum Suffix: String, Hashable, Sendable {
      case tab, space, nothing
    }

    /// The first count.
    var start = 1
    /// How counts are written.
    var format = WordNumberFormat.decimal
    /// With how many digits they are written at least.
    var digitCount = 1
    /// What a number is made of: `第%1章` of 第, the count of the first level, and 章.
    var pieces: [Piece] = []
    /// What stands behind a number.
    var suffix = Suffix.tab
    /// Whether the counts of all levels are written in digits.
    var isLegal = false
    /// The level, counted from 1, at which this one begins again at the latest; `nil` is the one above,
    /// and 0 is never.
    var restart: Int? = nil
    /// The style whose paragraphs belong to the level.
    var style: String? = nil
  }

  /// A list as paragraphs name it.
  struct List: Hashable, Sendable {
    /// Lists with the same counts go on counting where the other left off.
    let counts: Int
    /// The levels from 0.
    let levels: [Level?]
    /// Where the levels begin in this list, if it begins anew.
    let starts: [Int?]
  }

  /// The number of levels that a list can have.
  static let levelCount = 9

  private var lists: [Int: List] = [:]

  /// The lists of a document that defines none.
  init() {}

  /// Reads the part that defines the lists.
  init(_ part: [UInt8], styles: WordStyles) throws(ReadingError.Kind) {
    let definitions = try WordNumberingDefinitions(part)
    for (identifier, instance) in definitions.instances {
      guard var base = instance.base else { continue }
      // A list can take its levels from a style, and that from its list.
      for _ in 0..<4 {
        guard let style = definitions.abstracts[base]?.styleLink,
          let list = styles.paragraph(style).list,
          let next = definitions.instances[list]?.base
        else { break }
        base = next
      }
      let levels = definitions.abstracts[base]?.levels ?? [:]
      lists[identifier] = List(
        counts: base, levels: (0..<Self.levelCount).map { instance.levels[$0] ?? levels[$0] },
        starts: (0..<Self.levelCount).map { instance.starts[$0] })
    }
  }

  /// The list of an identifier; 0 stands for no list.
  func list(_ identifier: Int) -> List? { identifier == 0 ? nil : lists[identifier] }
}

extension WordNumbering.List {
  /// The level that a style belongs to.
  ///
  /// - Parameter chain: The identifiers of the style and of those that it is based on.
  func level(ofStyle chain: [String]) -> Int? {
    for style in chain {
      if let level = levels.firstIndex(where: { $0?.style == style }) { return level }
    }
    return nil
  }
}

/// The part of a document that defines its lists, as it is written.
struct WordNumberingDefinitions {
  /// A definition that lists refer to.
  struct Abstract {
    /// The levels by their places from 0.
    var levels: [Int: WordNumbering.Level] = [:]
    /// The style whose list has the levels.
    var styleLink: String?
  }

  /// A list that refers to a definition.
  struct Instance {
    /// The identifier of the definition.
    var base: Int?
    /// The levels that differ from the definition.
    var levels: [Int: WordNumbering.Level] = [:]
    /// The levels that begin anew, with their first counts.
    var starts: [Int: Int] = [:]
  }

  /// The definitions by their identifiers.
  private(set) var abstracts: [Int: Abstract] = [:]
  /// The lists by their identifiers.
  private(set) var instances: [Int: Instance] = [:]

  private enum Element: String {
    case abstractNum, num, abstractNumId, numStyleLink, lvlOverride, startOverride
    case lvl, start, numFmt, lvlText, suff, isLgl, lvlRestart, pStyle
    case pPr, rPr
    case fallback = "Fallback"
  }

  /// Reads the part.
  init(_ part: [UInt8]) throws(ReadingError.Kind) {
    let reader = try XMLPullReader<Element>(part, of: .docx)
    var abstract: Int?
    var instance: Int?
    var place: Int?
    var level = WordNumbering.Level()
    while let piece = try reader.next() {
      switch piece {
      case .start(.abstractNum):
        abstract = reader.number("abstractNumId")
        if let abstract { abstracts[abstract] = Abstract() }
      case .end(.abstractNum): abstract = nil
      case .start(.num):
        instance = reader.number("numId")
        if let instance { instances[instance] = Instance() }
      case .end(.num): instance = nil
      case .start(.abstractNumId):
        if let instance { instances[instance]?.base = reader.number("val") }
      case .start(.numStyleLink):
        if let abstract { abstracts[abstract]?.styleLink = reader.attribute("val") }
      case .start(.lvlOverride): place = reader.number("ilvl")
      case .start(.startOverride):
        if let instance, let place { instances[instance]?.starts[place] = reader.number("val") }
      case .start(.lvl):
        place = reader.number("ilvl")
        level = WordNumbering.Level()
      case .end(.lvl):
        guard let place, (0..<WordNumbering.levelCount).contains(place) else { continue }
        if let abstract { abstracts[abstract]?.levels[place] = level }
        if let instance { instances[instance]?.levels[place] = level }
      case .start(.pPr), .start(.rPr), .start(.fallback): try reader.skipElement()
      case .start(let element?): Self.take(element, reader, into: &level)
      default: continue
      }
    }
  }

  private static func take(
    _ element: Element, _ reader: XMLPullReader<Element>, into level: inout WordNumbering.Level
  ) {
    switch element {
    case .start: level.start = reader.number("val") ?? 1
    case .numFmt:
      let name = reader.attribute("val") ?? ""
      level.format = WordNumberFormat(rawValue: name) ?? .decimal
      // The format of a custom one is written out: `001, 002, 003, ...`.
      if name == "custom", let sample = reader.attribute("format")?.prefix(while: { $0 != "," }),
        sample.count <= longestNumber, sample.allSatisfy({ $0 == "0" || $0 == "1" })
      {
        level.digitCount = sample.count
      }
    case .lvlText: level.pieces = pieces(of: reader.attribute("val") ?? "")
    case .suff: level.suffix = reader.attribute("val").flatMap { .init(rawValue: $0) } ?? .tab
    case .isLgl: level.isLegal = reader.isOn("val")
    case .lvlRestart: level.restart = reader.number("val")
    case .pStyle: level.style = reader.attribute("val")
    default: break
    }
  }

  /// Longer texts are no numbers, and would be repeated before each paragraph: characters.
  private static let longestNumber = 100

  private static func pieces(of text: String) -> [WordNumbering.Level.Piece] {
    guard text.unicodeScalars.count <= longestNumber else { return [] }
    var pieces: [WordNumbering.Level.Piece] = []
    var literal = String.UnicodeScalarView()
    var isBehindPercent = false
    func endLiteral() {
      if !literal.isEmpty { pieces.append(.text(String(literal))) }
      literal = .init()
    }
    for scalar in text.unicodeScalars {
      if isBehindPercent, ("1"..."9").contains(scalar) {
        literal.removeLast()
        endLiteral()
        pieces.append(.count(level: Int(scalar.value) - 0x31))
      } else if scalar.properties.generalCategory != .privateUse {
        literal.append(scalar)
      }
      isBehindPercent = scalar == "%"
    }
    endLiteral()
    return pieces
  }
}
