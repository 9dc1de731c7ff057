/// The name of a division and what people make of it.
///
/// | Name                 | Stem   | Short  |
/// |----------------------|--------|--------|
/// | 泸州市                | 泸州    |        |
/// | 秀山土家族苗族自治县    | 秀山    | 秀山县  |
/// | 凉山彝族自治州         | 凉山    | 凉山州  |
/// | 内蒙古自治区           | 内蒙古  |        |
/// | 浦东新区              | 浦东    |        |
/// | 泸县                 |        |        |
/// | 苏州工业园区           |        |        |
/// | 土默特左旗            |        |        |
///
/// A single character is no stem, nor is what is left of the name of a zone (经济开发区, 兰州新区) or a mining
/// district, or of one that ends with a side (左, 右, 前, 中, 后) before 旗.
struct DivisionName {
  /// The full name.
  let full: String
  /// The name without what says that it is a province, a city or a county.
  let stem: String?
  /// The name of an autonomous division without its peoples.
  let short: String?

  /// Takes the name of a division apart.
  init(_ division: Division) {
    let name = division.name
    full = name
    if let ending = Self.autonomous.first(where: { name.hasSuffix($0.full) }) {
      let stem = Self.withoutPeoples(name.dropLast(ending.full.count))
      self.stem = stem
      // 内蒙古自治区 is not called otherwise; 广西壮族自治区 is 广西自治区 at times.
      let short = stem + ending.short
      self.short = short == name ? nil : short
      return
    }
    if name.hasSuffix("族区") {
      let stem = Self.withoutPeoples(name.dropLast())
      self.stem = stem
      short = stem + "区"
      return
    }
    short = nil
    let last = Self.endings.first { entry in
      name.hasSuffix(entry.ending) && name.count >= entry.ending.count + entry.fewestLeft
    }
    guard let ending = last?.ending, !Self.isZone(division), !name.hasSuffix("矿区") else {
      stem = nil
      return
    }
    let rest = String(name.dropLast(ending.count))
    let isSide = ending == "旗" && rest.last.map(Self.sides.contains) ?? false
    stem = isSide ? nil : rest
  }

  /// Whether a division is a zone: the codes of counties from 71 on.
  private static func isZone(_ division: Division) -> Bool {
    division.level == .county && division.code.suffix(2) > "70"
  }

  /// Takes the names of peoples off the end, but never all of it: 东乡族自治县 is 东乡.
  private static func withoutPeoples(_ name: Substring) -> String {
    var rest = name
    while let people = peoples.first(where: { rest.hasSuffix($0) && rest.count - $0.count >= 2 }) {
      rest = rest.dropLast(people.count)
    }
    if rest.count > 2, rest.hasSuffix("族") { rest = rest.dropLast() }
    return String(rest)
  }

  private static let autonomous = [
    (full: "自治区", short: "自治区"), (full: "自治州", short: "州"), (full: "自治县", short: "县"),
    (full: "自治旗", short: "旗"),
  ]
  /// Endings, and how many characters stand before them at least: 万柏林区 is no 林区, 清新区 no 新区.
  private static let endings: [(ending: String, fewestLeft: Int)] = [
    ("地区", 2), ("新区", 2), ("林区", 3), ("特区", 2), ("省", 2), ("市", 2), ("县", 2),
    ("区", 2), ("州", 2), ("盟", 2), ("旗", 2),
  ]
  private static let sides: Set<Character> = ["左", "右", "前", "中", "后"]
  /// The peoples in the names of autonomous divisions, the longer before those that they end with.
  private static let peoples = [
    "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "壮族", "朝鲜族", "满族", "苗族", "侗族", "瑶族", "布依族", "彝族",
    "土家族", "哈尼族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族",
    "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯", "阿昌族",
    "普米族", "塔吉克", "怒族", "鄂温克族", "保安族", "裕固族", "独龙族", "白族", "哈萨克族", "哈萨克", "各族",
  ]
}
