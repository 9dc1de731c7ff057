import ReportSearch
import ResultFormats

/// What stands below an empty box: what can be searched, and how to write queries.
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

  /// Queries that can be tried.
  private static let syntax: [(String, String, String)] = [
    (
      "控辍保学", "这几个字连在一起；简繁、全半角、大小写、空格都算一样",
      "the string; traditional, full-width, case and spaces do not matter"
    ),
    ("控辍保学 留守儿童", "同一段里两样都有", "both in one paragraph"),
    ("控辍保学 | 防辍", "任一", "either"),
    ("双减 -校外培训", "有前者而没有后者", "the first without the second"),
    ("\"营养改善计划 实施\"", "引号里的空格、符号也算原文", "a string with the space in it"),
    ("控辍 /20 资助", "相距不超过 20 个字", "at most 20 characters apart"),
    ("控?保学", "? 代表任意一个字，… 代表同一句里 20 字以内", "? is any character, … up to 20 in a sentence"),
    ("~控辍保学", "中间隔着标点的也算：控辍、保学", "also with punctuation inside"),
    ("@双减", "概念：一张表里列出的各种写法", "a concept: its spellings from a table"),
    ("控辍保学 year:2010..2015", "只要说这些年的", "of these years only"),
    ("same:report(控辍保学 营养改善)", "同一份报告里都有", "both in one report"),
  ]
}
