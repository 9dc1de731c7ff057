/// A province, a city or a county: 江阳区, 510502.
public struct Division: Hashable, Sendable {
  /// How high a division stands, the highest first.
  public enum Level: Int, Hashable, Sendable, Comparable {
    /// 省, 自治区, and the cities of that rank: 四川省, 北京市.
    case province
    /// 地级市, 自治州, 地区, 盟: 泸州市, 凉山彝族自治州.
    case prefecture
    /// 县, 区, 旗, and the cities of that rank: 合江县, 江阳区, 昆山市.
    case county

    /// Whether a level stands above another.
    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// The six digits of GB/T 2260.
  public let code: String
  /// The full name, as the list writes it.
  public let name: String
  /// The name without what says that it is a province, a city or a county: 泸州 of 泸州市, 秀山 of
  /// 秀山土家族苗族自治县; `nil` for names such as 泸县 and 苏州工业园区, of which too little or no name is left.
  public let stem: String?
  /// Whether it is a province, a city or a county.
  public let level: Level
  /// The code of the division that it belongs to; `nil` for provinces.
  ///
  /// The districts of 北京市 belong to it, and 仙桃市 belongs to 湖北省: entries of the list that only hold
  /// counties together (市辖区, 省直辖县级行政区划) are no divisions.
  public let parent: String?

  /// The name of an autonomous division without its peoples: 凉山州, 秀山县, 广西自治区.
  public var shortName: String? {
    guard let stem else { return nil }
    let ending = Self.autonomous.first { name.hasSuffix($0.full) }?.short
    guard let ending, name != stem + ending else { return nil }
    return stem + ending
  }

  private static let autonomous: [(full: String, short: String)] = [
    ("自治区", "自治区"), ("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"), ("族区", "区"),
  ]

  /// Whether the division belongs to another, directly or not.
  ///
  /// 510502 (江阳区) lies in 510500 (泸州市) and in 510000 (四川省), and not in itself.
  public func lies(in other: Division) -> Bool {
    guard level > other.level else { return false }
    return code.utf8.starts(with: other.code.utf8.prefix(other.level == .province ? 2 : 4))
  }
}
