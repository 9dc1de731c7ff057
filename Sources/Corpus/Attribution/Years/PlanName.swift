/// Names of plans and documents that contain a time: `“十二五”规划`, `2011—2020年教育发展规划`.
enum PlanName {
  /// Returns true if the words after a time form the name of a plan with it.
  ///
  /// The name ends with 规划, 纲要, 方案 or a similar word before the next punctuation mark. `“十二五”规划期`
  /// is a period, `2011-2013年规划建设5所` states what is planned, and `“十二五”我县编制了规划` describes an
  /// action.
  static func follows(_ text: YearText, from start: Int) -> Bool {
    var place = start
    while place - start < 24 {
      let scalar = text[place]
      if scalar.endsClause || scalar == YearText.nothing || scalar == "、" || scalar == "期" {
        return false
      }
      if YearText.isOne(scalar, of: "了我将要已把被是")
        || text.end(ofAny: ["制定", "编制", "出台", "完成", "实施了"], at: place) != nil
      {
        return false
      }
      if let end = text.end(ofAny: ["规划", "纲要", "课题", "行动计划", "方案"], at: place) {
        return !goesOn(text[end])
      }
      if place == start, text.has("计划", at: place) { return !goesOn(text[place + 2]) }
      place += 1
    }
    return false
  }

  /// Returns true if a word that takes years in brackets ends at a position: 规划(2011-2020年).
  static func ends(_ text: YearText, at end: Int) -> Bool {
    let words: [StaticString] = [
      "规划", "纲要", "计划", "方案", "意见", "办法", "条例", "细则", "通知", "规定", "要点", "工程", "行动",
    ]
    return words.contains { text.has($0, before: end) }
  }

  private static func goesOn(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "期", "时", "建", "投", "新", "完", "改", "招", "补": true
    default: false
    }
  }
}
