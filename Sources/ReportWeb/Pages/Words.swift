import ResultFormats

/// The interface texts of the templates, in both languages.
enum Words {
  /// Returns the texts by name.
  static func of(_ language: Language) -> [String: String] {
    language == .chinese ? chinese : english
  }

  static let chinese = table.mapValues(\.chinese)
  static let english = table.mapValues(\.english)

  private static let table: [String: (chinese: String, english: String)] = [
    "name": ("段搜", "duansou"),
    "skip": ("跳到正文", "Skip to the text"),
    "box": ("检索式", "Query"),
    "search": ("检索", "Search"),
    "placeholder": ("要找的字、词、句", "A word or a sentence to find"),
    "otherLanguage": ("English", "中文"),
    "api": ("接口", "API"),
    "incomplete": ("这份文件的文字可能不全：", "Text of this file may be missing:"),
    "keys": ("/ 检索框 · n 下一处 · p 上一处", "/ box · n next · p previous"),
    "readAs": ("读作", "Read as"),
    "filters": ("筛选", "Filters"),
    "narrowed": ("已筛选", "Narrowed to"),
    "takeOff": ("去掉", "Remove"),
    "more": ("更多", "More"),
    "earlier": ("更早", "Earlier"),
    "listAll": ("全部列出", "List all"),
    "wholeTable": ("下载整张表（CSV）", "Download the whole table (CSV)"),
    "show": ("显示", "Show as"),
    "order": ("次序", "Order"),
    "rows": ("行", "Rows"),
    "columns": ("列", "Columns"),
    "numbers": ("数字", "Numbers"),
    "table": ("统计表", "Table of counts"),
    "references": ("文献格式", "For literature programs"),
    "download": ("下载全部", "Download all"),
    "provenance": ("说明文件", "Provenance"),
    "previous": ("上一页", "Previous"),
    "next": ("下一页", "Next"),
    "pages": ("页码", "Pages"),
    "behindEnd": ("这一页在最后一页之后。", "This page is behind the last one."),
    "whichYear": ("说的年份", "Years"),
    "loose": ("隔着标点", "loose"),
    "copy": ("复制并附出处", "Copy with its source"),
    "copied": ("已复制", "Copied"),
    "nothing": ("没有找到。", "Nothing found."),
    "nothingHelp": (
      "简繁、全半角、大小写、空格不用换着试，都算一样。也可以换短一些的词，或者分成几个词用空格隔开。",
      "Traditional characters, full-width letters, case and spaces count as the same. Try a shorter string, or several with spaces between them."
    ),
    "match": ("匹配", "Match"),
    "leftContext": ("前文", "Left"),
    "rightContext": ("后文", "Right"),
    "year": ("年份", "Year"),
    "report": ("报告", "Report"),
    "contents": ("目录", "Contents"),
    "about": ("这份报告", "About the report"),
    "matchesHere": ("处匹配", "matches"),
    "firstMatch": ("看第一处", "See the first"),
    "chart": ("按所述年份的处数", "Matches by the year spoken of"),
    "copiesHelp": (
      "左边是最早出现的一段，右边各是一段雷同的；标出的是这一边独有的文字。",
      "On the left the paragraph that appeared first, on the right each copy; marked is what only that side says."
    ),
    "takenFrom": ("与较早的雷同：", "A copy of an earlier one: "),
    "compare": ("对照", "Compare"),
    "back": ("返回检索结果", "Back to the hits"),
    "original": ("原文件全貌", "The whole source"),
    "removed": ("行网页文字已去掉，可在此查看", "lines of the page were taken off; see them here"),
    "cite": ("引用", "Cite"),
    "backToReport": ("返回报告", "Back to the report"),
    "sourceHelp": (
      "整个文件按原来的次序；作为网页文字去掉的行标着原因。",
      "The whole file in its order; lines that were taken off tell why."
    ),
    "homeTitle": ("在报告里找每一段说到它的话", "Find every paragraph that says it"),
    "homeReports": ("份报告", "reports"),
    "homeParagraphs": ("段", "paragraphs"),
    "homeCharacters": ("字", "characters"),
    "homeEmpty": (
      "索引是空的。请先建立：duansou index 文件夹", "The index is empty. Make one first: duansou index FOLDER"
    ),
    "howTo": ("怎么写", "How to write it"),
    "login": ("口令", "Password"),
    "enter": ("进入", "Enter"),
    "wrong": ("口令不对。", "The password is wrong."),
    "home": ("回到检索页", "To the search page"),
  ]
}
