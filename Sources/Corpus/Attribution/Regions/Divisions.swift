/// The divisions of China, found by code and by name.
///
/// ```swift
/// let divisions = Divisions.shared
/// divisions["510502"]?.name                       // "江阳区"
/// divisions.named("鼓楼区").count                   // 4
/// divisions.withStem("承德")                       // 承德市, 承德县
/// divisions.ancestors(of: divisions["510502"]!)   // 泸州市, 四川省
/// ```
public struct Divisions: Sendable {
  /// The divisions of ``edition``, read at the first use.
  public static let shared = Divisions(DivisionTable.words)

  /// The year of the list: names that were given up before it, and newer ones, are unknown.
  public static let edition = DivisionTable.edition

  /// All divisions, ascending by code: each province before its cities, each city before its counties.
  public let all: [Division]

  /// Reads a table in the words of ``DivisionTable``, which is our own and generated: a word that does
  /// not fit is a broken promise and stops the program.
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

  /// The division with a code of six digits.
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

  /// Returns the divisions that a name without its ending may mean, ascending by code.
  ///
  /// - Complexity: O(*n*).
  public func withStem(_ stem: String) -> [Division] { all.filter { $0.stem == stem } }

  /// The division that another belongs to; `nil` for provinces.
  public func parent(of division: Division) -> Division? { division.parent.flatMap { self[$0] } }

  /// Returns the divisions that another belongs to, the nearest first.
  public func ancestors(of division: Division) -> [Division] {
    Array(sequence(first: division) { parent(of: $0) }.dropFirst())
  }

  /// Returns the divisions that belong directly to another, ascending by code: the names of one city.
  ///
  /// - Complexity: O(*n*).
  public func children(of division: Division) -> [Division] {
    all.filter { $0.parent == division.code }
  }
}

extension Division {
  /// The name with those of the divisions that it belongs to: 四川省泸州市江阳区.
  public var fullName: String {
    Divisions.shared.ancestors(of: self).reversed().map(\.name).joined() + name
  }
}

extension Division {
  /// The division of a level that it counts for in a table by regions: the one that it lies in, or itself if
  /// there is none or it stands higher.
  ///
  /// By cities, 江阳区 counts for 泸州市, 东城区 for 北京市, 仙桃市 and 四川省 for themselves.
  public func counted(at level: Level) -> Division {
    guard self.level > level else { return self }
    return Divisions.shared.ancestors(of: self).first {
      $0.level == level || $0.level == .province && $0.name.hasSuffix("市")
    } ?? self
  }
}
