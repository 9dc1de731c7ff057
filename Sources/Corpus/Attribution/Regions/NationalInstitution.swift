/// National institutions, whose documents concern no single division: 国务院, 最高人民法院.
enum NationalInstitution {
  /// Returns true if a title or signature line begins with a national institution: 国务院关于…,
  /// 中华人民共和国教育法, 国务院总理.
  ///
  /// 泸县贯彻国务院通知的报告 does not begin with one.
  static func isIn(_ line: String) -> Bool {
    let characters = RegionText(String(line.prefix(24))).characters
    var start = 0
    while let scalar = characters[start], skipped.contains(scalar) { start += 1 }
    return institutions.contains { characters.has($0, at: start) }
  }

  private static let skipped = Set("《(\"0123456789年-—".unicodeScalars)
  private static let institutions: [RegionCharacters.Word] = [
    "国务院", "中华人民共和国", "全国人民代表大会", "全国人大", "中共中央", "中国共产党中央", "最高人民法院", "最高人民检察院",
    "教育部", "国家教育委员会", "国家教委", "国家发展", "财政部", "民政部", "公安部", "司法部", "中央",
  ]
}
