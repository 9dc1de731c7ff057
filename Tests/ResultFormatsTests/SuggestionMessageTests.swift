import ReportSearch
import ResultFormats
import TestSupport
import Testing

struct SuggestionMessageTests {
  @Test func `suggestions and notes match the snapshot in both languages`() throws {
    let index = try ParagraphIndex([
      "抓好控辍保学。", "控辍、保学都要抓。", "开展双减。", "留守儿童。双减了。", "某句双减。另一句课后服务。",
    ]).reportIndex
    var text = ""
    for typed in [
      "控缀保学", "控辍保学双减", "控辍保学 双减", "控辍保学 year:1999", "双减 /2 课后", "original:\"雙減\"",
      "控辍保学都", "无此说法", "same:sentence(双减 课后)", "控辍保学双减 -学",
    ] {
      let query = try QueryParser().parse(typed)
      let suggestions = try index.suggestions(for: query)
      for language in [Language.chinese, .english] {
        text += "\(typed)\n\(suggestions.message(in: language))\n\n"
      }
    }
    for typed in ["控辍", "控辍  双减", "控辍 AND 双减", "（控辍 ｜ 双减）学生", "(一)控辍 and 双减", "A OR B"] {
      let reading = try QueryParser().reading(of: typed)
      for language in [Language.chinese, .english] {
        text += "\(typed)\n\(reading.message(typed: typed, in: language) ?? "(nothing)")\n\n"
      }
    }
    try expectSnapshot(text, named: "suggestions.txt")
  }
}
