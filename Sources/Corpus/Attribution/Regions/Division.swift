/// An administrative division of China: a province, prefecture or county, such as 江阳区 (510502).
public struct Division: Hashable, Sendable {
  /// The administrative level, the highest first.
  public enum Level: Int, Hashable, Sendable, Comparable {
    /// 省, 自治区 and province-level cities: 四川省, 北京市.
    case province
    /// 地级市, 自治州, 地区, 盟: 泸州市, 凉山彝族自治州.
    case prefecture
    /// 县, 区, 旗 and county-level cities: 合江县, 江阳区, 昆山市.
    case county

    /// Returns true if the left level is higher than the right one.
    public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  /// The six-digit code of GB/T 2260.
  public let code: String
  /// The full official name.
  public let name: String
  /// The name without its suffix: 泸州 for 泸州市, 秀山 for 秀山土家族苗族自治县.
  ///
  /// `nil` for names such as 泸县 and 苏州工业园区, whose remainder is too short or not a name.
  public let stem: String?
  /// The administrative level.
  public let level: Level
  /// The code of the division that contains this one; `nil` for provinces.
  ///
  /// The parent of a district of 北京市 is 北京市, and that of 仙桃市 is 湖北省. Entries of the official list
  /// that only group counties (市辖区, 省直辖县级行政区划) are not divisions.
  public let parent: String?

  /// The name of an autonomous division without its ethnic groups: 凉山州, 秀山县, 广西自治区.
  public var shortName: String? {
    guard let stem else { return nil }
    let ending = Self.autonomous.first { name.hasSuffix($0.full) }?.short
    guard let ending, name != stem + ending else { return nil }
    return stem + ending
  }

  private static let autonomous: [(full: String, short: String)] = [
    ("自治区", "自治区"), ("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"), ("族区", "区"),
  ]

  /// Returns true if the other division contains this one, directly or indirectly.
  ///
  /// 510502 (江阳区) lies in 510500 (泸州市) and in 510000 (四川省), but not in itself.
  public func lies(in other: Division) -> Bool {
    guard level > other.level else { return false }
    return code.utf8.starts(with: other.code.utf8.prefix(other.level == .province ? 2 : 4))
  }
}
