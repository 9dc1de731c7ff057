import TextAnalysis

/// Names of offices and schools that issue reports: 某县教育局, 青溪县人民政府办公室, 白石镇中心小学.
///
/// A name ends with a word for an office. Names with placeholders (xx局, 某县) are accepted.
enum OfficeName {
  /// Returns true if a folded line consists only of a name.
  static func isName(_ line: String) -> Bool { ends(line) && isPlausible(line) }

  /// Returns the name at the beginning of a folded text, or `nil` if there is none.
  ///
  /// | Text                  | Name             |
  /// |-----------------------|------------------|
  /// | `青溪县教育局学校安全工作` | 青溪县教育局     |
  /// | `青溪县人民政府办公室工作` | 青溪县人民政府办公室 |
  /// | `全县中小学安全工作`      | none             |
  static func prefix(of text: String) -> String? {
    let scalars = Array(text.unicodeScalars.prefix(longest))
    var end = 0
    while end < scalars.count {
      end += 1
      guard end >= 3, isEnd(scalars[..<end], before: scalars[end...]) else { continue }
      while let more = continuation(scalars[end...]) { end += more }
      let name = String(String.UnicodeScalarView(scalars[..<end]))
      return isPlausible(name) ? name : nil
    }
    return nil
  }

  /// Returns true if the text ends with a word for an office.
  private static func ends(_ text: String) -> Bool {
    (strong + schools + continuations).contains { text.hasSuffix($0) }
  }

  /// Returns true if a name can end between `head` and `rest`.
  private static func isEnd(
    _ head: ArraySlice<Unicode.Scalar>, before rest: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    let text = String(String.UnicodeScalarView(head.suffix(6)))
    if strong.contains(where: { text.hasSuffix($0) }) {
      // 委 does not end a name if it begins 委员会.
      return !(text.hasSuffix("委") && rest.first == "员")
    }
    guard schools.contains(where: { text.hasSuffix($0) }) else { return false }
    guard let next = rest.first, YearDigits.digit(next) == nil else { return true }
    let following = String(String.UnicodeScalarView(rest))
    return behindSchools.contains { following.hasPrefix($0) }
  }

  private static func continuation(_ rest: ArraySlice<Unicode.Scalar>) -> Int? {
    let following = String(String.UnicodeScalarView(rest.prefix(8)))
    return continuations.first { following.hasPrefix($0) }?.unicodeScalars.count
  }

  /// Returns true if a string can be an office name: 3 to 30 characters without punctuation, not a
  /// generic name, and without words that do not occur in office names.
  private static func isPlausible(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard (3...longest).contains(scalars.count), !scalars.contains(where: { noNames.contains($0) })
    else { return false }
    return !bareNames.contains(name) && !openings.contains { name.hasPrefix($0) }
      && !verbs.contains { name.contains($0) }
  }

  private static let longest = 30
  /// Generic names: every county has a 教育局, so these alone do not identify an issuer.
  private static let bareNames: Set = [
    "教育局", "教体局", "教育厅", "教育委员会", "教育体育局", "教育和体育局", "委员会", "办公室", "人民政府", "幼儿园", "党支部", "总工会",
    "公安局", "财政局", "民政局", "中心校", "教研室", "督导室", "教育办公室", "中心小学", "中心学校", "实验小学", "实验中学",
  ]
  private static let strong = [
    "局", "厅", "政府", "委员会", "国务院", "教育部", "宣传部", "组织部", "办公室", "法院", "检察院", "委", "教育站", "教办",
    "教育办", "督导室", "教研室", "中心校", "教育中心", "管理中心", "服务中心", "党支部", "协会", "总工会", "医院", "公司",
  ]
  private static let schools = ["中学", "小学", "学校", "幼儿园", "大学", "学院", "党校", "一中", "二中", "三中", "中心"]
  private static let behindSchools = [
    "关于", "工作", "教育", "教学", "学年", "第", "上半年", "下半年", "春", "秋", "安全", "德育", "总结", "计划", "(", "x",
    "*", "年",
    "校本", "党", "学期",
  ]
  private static let continuations = [
    "办公室", "教育督导室", "教研室", "教育局", "督导室", "督学室", "党委", "党组", "党总支", "党支部", "机关党委", "工作委员会", "常务委员会",
  ]
  private static let openings = ["全", "我", "本", "在", "对", "各", "关于", "给", "致", "向", "年"]
  private static let verbs = ["加强", "推进", "促进", "布局", "工作", "开展", "会议", "农村中小学", "大会", "所作"]
  private static let noNames: Set<Unicode.Scalar> = [
    "的", "在", "是", "。", ",", ";", ":", "!", "?", "《", "》", "<", ">", "\"", "|", "/",
  ]
}
