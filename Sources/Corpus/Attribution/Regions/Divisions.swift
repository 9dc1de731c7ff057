/// The divisions of China, found by code and by name.
///
/// ```swift
/// let divisions = Divisions.shared
/// divisions["510502"]?.name                       // "江阳区"
/// divisions.named("鼓楼区").count                   // 4
/// divisions.ancestors(of: divisions["510502"]!)   // 泸州市, 四川省
/// ```
public struct Divisions: Sendable {
  /// The divisions of ``edition``, read at the first use in about three milliseconds.
  public static let shared = Divisions(DivisionTable.words)

  /// The year of the list: names that were given up before it, and newer ones, are unknown.
  public static let edition = DivisionTable.edition

  /// All divisions, ascending by code: each province before its cities, each city before its counties.
  public let all: [Division]
  private let placesByCode: [String: Int]
  private let placesByName: [String: [Int]]

  /// Reads a table in the words of ``DivisionTable``, which is our own and generated: a word that does
  /// not fit is a broken promise and stops the program.
  init(_ table: StaticString) {
    let text = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    var all: [Division] = []
    all.reserveCapacity(text.count / 17)
    var cities: Set<Substring> = []
    for word in text.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") })
    {
      let code = String(decoding: word.prefix(6), as: UTF8.self)
      let name = String(decoding: word.dropFirst(6), as: UTF8.self)
      guard name != "-" else { continue }
      let level: Division.Level =
        code.hasSuffix("0000") ? .province : code.hasSuffix("00") ? .prefecture : .county
      if level == .prefecture { cities.insert(code.prefix(4)) }
      var parent: String?
      if level > .prefecture, cities.contains(code.prefix(4)) {
        parent = code.prefix(4) + "00"
      } else if level > .province {
        parent = code.prefix(2) + "0000"
      }
      all.append(Division(code: code, name: name, level: level, parent: parent))
    }
    self.all = all
    placesByCode = Dictionary(uniqueKeysWithValues: all.indices.lazy.map { (all[$0].code, $0) })
    placesByName = Dictionary(grouping: all.indices) { all[$0].name }
  }

  /// The division with a code of six digits.
  public subscript(code: String) -> Division? { placesByCode[code].map { all[$0] } }

  /// Returns the divisions with a full name, ascending by code: three for 鼓楼区's namesakes and it.
  public func named(_ name: String) -> [Division] {
    placesByName[name, default: []].map { all[$0] }
  }

  /// Returns the divisions that a name without its ending may mean, ascending by code: 承德市 and 承德县
  /// for 承德.
  public func withStem(_ stem: String) -> [Division] {
    all.filter { DivisionName($0).stem == stem }
  }

  /// The division that another belongs to; `nil` for provinces.
  public func parent(of division: Division) -> Division? { division.parent.flatMap { self[$0] } }

  /// Returns the divisions that another belongs to, the nearest first.
  public func ancestors(of division: Division) -> [Division] {
    var result: [Division] = []
    var next = parent(of: division)
    while let ancestor = next {
      result.append(ancestor)
      next = parent(of: ancestor)
    }
    return result
  }

  /// Returns the divisions that belong directly to another, ascending by code.
  ///
  /// - Complexity: O(*n*) in the number of divisions below it.
  public func children(of division: Division) -> [Division] {
    guard let place = placesByCode[division.code] else { return [] }
    return all[(place + 1)...].prefix { $0.lies(in: division) }
      .filter { $0.parent == division.code }
  }
}
