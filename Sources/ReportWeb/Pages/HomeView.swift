import ReportSearch
import ResultFormats

/// The content of the start page: the size of the index, and how to write queries.
struct HomeView {
  let language: Language

  func view(of index: Searcher) throws -> View {
    let contents = try index.contents()
    let years = contents.years.map { "\($0.lowerBound)–\($0.upperBound)" }
    return [
      "reports": contents.reports.grouped, "paragraphs": contents.paragraphs.grouped,
      "characters": contents.characters.grouped, "years": View.optional(years),
      "isEmpty": contents.reports == 0,
      "syntax": Self.syntax.map { query, chinese, english -> View in
        var state = SearchState()
        state.query = query
        return [
          "query": query, "meaning": language.choose(chinese, english), "address": state.address,
        ]
      },
    ]
  }

  /// Example queries, with their meanings in Chinese and in English.
  private static let syntax: [(String, String, String)] = [
    (
      "控辍保学", "逐字检索；不区分简繁、全半角、大小写和有无空格",
      "this exact string; all character variants match, and spaces are ignored"
    ),
    ("控辍保学 留守儿童", "同一段内两者都有", "both in the same paragraph"),
    ("控辍保学 | 防辍", "任一", "either"),
    ("双减 -校外培训", "含前者而不含后者", "the first without the second"),
    ("\"营养改善计划 实施\"", "引号内的空格、符号也须相同", "a string that contains a space"),
    ("控辍 /20 资助", "相距不超过 20 个字", "no more than 20 characters apart"),
    ("控?保学", "? 代表任意一个字，… 代表同一句内 20 字以内", "? matches any character, … up to 20 within a sentence"),
    ("~控辍保学", "也匹配中间有标点的：控辍、保学", "also with punctuation inside: 控辍、保学"),
    ("@双减", "概念：概念表中列出的各种写法", "a concept: all its spellings in the concept file"),
    ("控辍保学 year:2010..2015", "限定所述年份", "only matches that refer to these years"),
    ("same:report(控辍保学 营养改善)", "同一份报告内两者都有", "both in the same report"),
  ]
}
