/// The administrative divisions of China, with lookup by code and name.
///
/// ```swift
/// let divisions = Divisions.shared
/// divisions["510502"]?.name                       // "江阳区"
/// divisions.named("鼓楼区").count                   // 4
/// divisions.withStem("承德")                       // 承德市, 承德县
/// divisions.ancestors(of: divisions["510502"]!)   // 泸州市, 四川省
/// ```
public struct Divisions: Sendable {
  /// The divisions of ``edition``, parsed on first use.
  public static let shared = Divisions(DivisionTable.words)

  /// The year of the official list. Names abolished before it or introduced after it are unknown.
  public static let edition = DivisionTable.edition

  /// All divisions in ascending order of code: each province before its prefectures, each
  /// prefecture before its counties.
  public let all: [Division]

  /// Parses a table in the format of ``DivisionTable``.
  ///
  /// - Precondition: The table is well-formed. It is generated, so a malformed entry is a
  ///   programming error.
  init(_ table: StaticString) {
    let text = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    var all: [Division] = []
    all.reserveCapacity(text.count / 17)
    var province = ""
    var city: String?
    var place = 0
    while place < text.count {
      let code = String(decoding: text[place..<place + 6], as: UTF8.self)
      place += 6
      let start = place
      var stroke: Int?
      while place < text.count, text[place] != UInt8(ascii: " "), text[place] != UInt8(ascii: "\n")
      {
        if text[place] == UInt8(ascii: "/") { stroke = place }
        place += 1
      }
      let name = text[start..<place]
      place += 1
      let isGroup = name.first == UInt8(ascii: "-")
      if code.hasSuffix("00") { city = isGroup ? nil : code }
      guard !isGroup else { continue }
      let level: Division.Level =
        code.hasSuffix("0000") ? .province : code.hasSuffix("00") ? .prefecture : .county
      if level == .province {
        province = code
        city = nil
      }
      let stem = stroke.map { String(decoding: text[start..<$0], as: UTF8.self) }
      let rest = stroke.map { String(decoding: text[($0 + 1)..<place - 1], as: UTF8.self) }
      all.append(
        Division(
          code: code,
          name: stem.map { $0 + rest! } ?? String(decoding: name, as: UTF8.self), stem: stem,
          level: level,
          parent: level == .province ? nil : level == .prefecture ? province : city ?? province))
    }
    self.all = all
  }

  /// Returns the division with a six-digit code, or `nil` if there is none.
  ///
  /// - Complexity: O(log *n*).
  public subscript(code: String) -> Division? {
    var range = 0..<all.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if all[middle].code == code { return all[middle] }
      range = all[middle].code < code ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// Returns the divisions with a full name, ascending by code.
  ///
  /// - Complexity: O(*n*).
  public func named(_ name: String) -> [Division] { all.filter { $0.name == name } }

  /// Returns the divisions with a stem (the name without its suffix), ascending by code.
  ///
  /// - Complexity: O(*n*).
  public func withStem(_ stem: String) -> [Division] { all.filter { $0.stem == stem } }

  /// Returns the division that contains another; `nil` for provinces.
  public func parent(of division: Division) -> Division? { division.parent.flatMap { self[$0] } }

  /// Returns the divisions that contain another, from the nearest to the province.
  public func ancestors(of division: Division) -> [Division] {
    Array(sequence(first: division) { parent(of: $0) }.dropFirst())
  }

  /// Returns the direct children of a division, ascending by code.
  ///
  /// - Complexity: O(*n*).
  public func children(of division: Division) -> [Division] {
    all.filter { $0.parent == division.code }
  }
}

extension Division {
  /// The name preceded by those of the containing divisions: 四川省泸州市江阳区.
  public var fullName: String {
    Divisions.shared.ancestors(of: self).reversed().map(\.name).joined() + name
  }
}

extension Division {
  /// Returns the division under which this one is counted in a table of a given level.
  ///
  /// This is the ancestor of that level or, in a province-level city, the city. A division without
  /// such an ancestor, or of the given level or a higher one, counts as itself. At the prefecture
  /// level 江阳区 counts under 泸州市 and 东城区 under 北京市; 仙桃市 and 四川省 count as themselves.
  public func counted(at level: Level) -> Division {
    guard self.level > level else { return self }
    return Divisions.shared.ancestors(of: self).first {
      $0.level == level || $0.level == .province && $0.name.hasSuffix("市")
    } ?? self
  }
}
