/// The list definitions of a document, by which Word generates paragraph numbers.
struct WordNumbering {
  /// One level of a list.
  struct Level: Hashable, Sendable {
    /// A part of a number: literal text, or the count of a level (from 0).
    enum Piece: Hashable, Sendable {
      case text(String)
      case count(level: Int)
    }

    /// The separator between a number and its paragraph.
    enum Suffix: String, Hashable, Sendable {
      case tab, space, nothing
    }

    /// The first count.
    var start = 1
    /// The format of the count.
    var format = WordNumberFormat.decimal
    /// The minimum number of digits; shorter counts are padded with zeros.
    var digitCount = 1
    /// The parts of a number: for `第%1章`, the text 第, the count of the first level, and the text 章.
    var pieces: [Piece] = []
    /// The separator after the number.
    var suffix = Suffix.tab
    /// True if the counts of all levels are written in decimal digits.
    var isLegal = false
    /// The one-based number of the lowest level whose paragraphs restart this one. `nil` means the
    /// level above; 0 means that the level never restarts.
    var restart: Int? = nil
    /// The identifier of the paragraph style that is linked to the level.
    var style: String? = nil
  }

  /// A list to which paragraphs refer (`w:num`).
  struct List: Hashable, Sendable {
    /// The identifier of the abstract definition. Lists with the same one share their counts.
    let counts: Int
    /// The levels from 0; `nil` if undefined.
    let levels: [Level?]
    /// The start overrides of the levels, which apply when the list is used for the first time.
    let starts: [Int?]
  }

  /// The number of levels of a list in Word.
  static let levelCount = 9

  private var lists: [Int: List] = [:]

  /// Creates the numbering of a document without list definitions.
  init() {}

  /// Parses the numbering part.
  init(_ part: [UInt8], styles: WordStyles) throws(ReadingError.Kind) {
    let definitions = try WordNumberingDefinitions(part)
    for (identifier, instance) in definitions.instances {
      guard var base = instance.base else { continue }
      // A definition can refer to a numbering style, and the style to another list. At most four
      // such links are followed.
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

  /// Returns the list with an identifier; 0 means that a paragraph is in no list.
  func list(_ identifier: Int) -> List? { identifier == 0 ? nil : lists[identifier] }
}

extension WordNumbering.List {
  /// Returns the index of the level that is linked to a style or one of its base styles.
  ///
  /// - Parameter chain: The identifiers of the style and its base styles, the most specific first.
  func level(ofStyle chain: [String]) -> Int? {
    for style in chain {
      if let level = levels.firstIndex(where: { $0?.style == style }) { return level }
    }
    return nil
  }
}

/// The content of the numbering part before style links are resolved.
struct WordNumberingDefinitions {
  /// An abstract definition, which lists share (`w:abstractNum`).
  struct Abstract {
    /// The levels by their zero-based indices.
    var levels: [Int: WordNumbering.Level] = [:]
    /// The identifier of the numbering style whose list defines the levels.
    var styleLink: String?
  }

  /// A list that refers to an abstract definition (`w:num`).
  struct Instance {
    /// The identifier of the abstract definition.
    var base: Int?
    /// The levels that override those of the definition, by their zero-based indices.
    var levels: [Int: WordNumbering.Level] = [:]
    /// The start overrides by the zero-based indices of their levels.
    var starts: [Int: Int] = [:]
  }

  /// The abstract definitions by their identifiers.
  private(set) var abstracts: [Int: Abstract] = [:]
  /// The lists by their identifiers.
  private(set) var instances: [Int: Instance] = [:]

  private enum Element: String {
    case abstractNum, num, abstractNumId, numStyleLink, lvlOverride, startOverride
    case lvl, start, numFmt, lvlText, suff, isLgl, lvlRestart, pStyle
    case pPr, rPr
    case fallback = "Fallback"
  }

  /// Parses the numbering part.
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
      // A custom format is given by examples: `001, 002, 003, ...`.
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

  /// The maximum length of a number pattern in characters. Longer texts are not numbers, and would
  /// be repeated before each paragraph.
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
