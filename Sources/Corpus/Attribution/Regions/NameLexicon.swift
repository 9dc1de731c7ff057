import TextAnalysis

/// All division names, indexed by their first two characters.
///
/// The lexicon contains full names, short names (凉山州) and stems (泸州). The ``Trust`` of a name
/// specifies the context that it needs to count as a place name:
///
/// | Name            | Trust         | because                                     |
/// |-----------------|---------------|---------------------------------------------|
/// | 江阳区, 泸县     | `anywhere`    |                                             |
/// | 和县, 民和县      | `atBoundary`  | 市和县, 人民和县委                            |
/// | 新城区, 新建区    | `atBoundary`  | 建设新城区, 新建区级实验小学                    |
/// | 城区, 东区       | `belowParent` | every city has one: only in 阳泉市城区          |
/// | 江阳, 朝阳       | `inContext`   | 朝阳产业; only in 江阳教育局, 泸州江阳           |
struct NameLexicon: Sendable {
  /// The context that a name needs to count as a place name.
  enum Trust: Hashable, Sendable {
    case anywhere, atBoundary, belowParent, inContext
  }

  /// A name with the divisions that share it.
  struct Entry: Sendable {
    /// The name in UTF-16 units.
    let letters: [UInt16]
    /// The context that the name needs.
    var trust: Trust
    /// The indices of its divisions in ``Divisions/all``, ascending.
    var divisions: [Int]
  }

  /// The shared lexicon, built on first use.
  static let shared = NameLexicon(Divisions.shared)

  /// A bit set indexed by ``hash(_:_:)``. A clear bit means that no name begins with the two
  /// characters.
  private let filter: [UInt64]
  /// The entries by their first two characters, the longest first.
  private let entries: [UInt32: [Entry]]

  init(_ divisions: Divisions) {
    var filter = [UInt64](repeating: 0, count: Self.filterSize >> 6)
    var entries: [UInt32: [Entry]] = Dictionary(minimumCapacity: 2 * divisions.all.count)
    func add(_ letters: [UInt16], _ trust: Trust, _ place: Int) {
      let hash = Self.hash(letters[0], letters[1])
      filter[hash >> 6] |= 1 << UInt64(hash & 63)
      let key = Self.key(letters[0], letters[1])
      guard let known = entries[key]?.firstIndex(where: { $0.letters == letters }) else {
        entries[key, default: []].append(
          Entry(letters: letters, trust: trust, divisions: [place]))
        return
      }
      if trust == .anywhere { entries[key]![known].trust = trust }
      entries[key]![known].divisions.append(place)
    }
    var names: [(name: String, trust: Trust, place: Int)] = []
    names.reserveCapacity(2 * divisions.all.count)
    for (place, division) in divisions.all.enumerated() {
      names.append((division.name, Self.trust(inFull: division.name), place))
      if let short = division.shortName { names.append((short, .atBoundary, place)) }
      if let stem = division.stem { names.append((stem, .inContext, place)) }
    }
    // Folding one joined string is faster than folding each name.
    let folded = FoldedText(names.lazy.map(\.name).joined(separator: "|")).string
    for (name, letters) in zip(names, Array(folded.utf16).split(separator: 0x7C)) {
      let letters = Array(letters)
      add(letters, name.trust, name.place)
      // 乾县 becomes 干县 when folded, but body text is searched unfolded. Both spellings are needed.
      let written = Array(name.name.utf16)
      if written != letters { add(written, name.trust, name.place) }
    }
    for key in entries.keys where entries[key]!.count > 1 {
      entries[key]!.sort { $0.letters.count > $1.letters.count }
    }
    self.filter = filter
    self.entries = entries
  }

  /// Returns false if no name begins with two characters. True may be a hash collision.
  @inline(__always)
  func mayBegin(_ first: UInt16, _ second: UInt16) -> Bool {
    let hash = Self.hash(first, second)
    return filter[hash >> 6] & 1 << UInt64(hash & 63) != 0
  }

  /// Returns the names at a position, the longest first.
  func entries(in units: [UInt16], at place: Int) -> [Entry] {
    guard place + 1 < units.count, mayBegin(units[place], units[place + 1]),
      let group = entries[Self.key(units[place], units[place + 1])]
    else { return [] }
    return group.filter { units[place...].starts(with: $0.letters) }
  }

  /// The number of bits in the filter. About one in forty is set.
  private static let filterSize = 1 << 18

  @inline(__always)
  private static func hash(_ first: UInt16, _ second: UInt16) -> Int {
    Int((UInt32(first) &* 0x9E37_79B1 ^ UInt32(second) &* 0x85EB_CA6B) >> 14)
  }

  private static func key(_ first: UInt16, _ second: UInt16) -> UInt32 {
    UInt32(first) << 16 | UInt32(second)
  }

  private static func trust(inFull name: String) -> Trust {
    guard name.utf8.count <= 9 else { return .anywhere }
    if everywhere.contains(name) { return .belowParent }
    if everyday.contains(name) { return .atBoundary }
    guard name.utf8.count == 6, let first = name.first else { return .anywhere }
    return rare.contains(first) ? .anywhere : .atBoundary
  }

  /// Names of districts that exist in many cities.
  private static let everywhere: Set<String> = ["城区", "郊区", "矿区", "东区", "西区"]
  /// Names made of everyday words, or whose first characters may end another word.
  private static let everyday: Set<String> = [
    "新城区", "老城区", "新市区", "西市区", "市中区", "城中区", "城东区", "城西区", "城北区", "港口区", "海港区",
    "站前区", "新建区", "平安区", "解放区", "振兴区", "复兴区", "富裕县", "江南区", "东城区", "西城区", "山城区",
    "工农区", "前进区", "东风区", "向阳区", "友好区", "文明区", "平原县", "西山区", "南山区", "东山区", "北市区",
    "河东区", "河西区", "河北区", "海南区",
  ]
  /// The first characters of two-character names that cannot end another word.
  private static let rare = Set("赵邱魏蠡沧盂沁祁绛隰岚沛歙黟萧泗泾莒莘杞嵩郏浚淇睢攸澧泸珙陇岷")
}
