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
    "skip": ("跳到正文", "Skip to content"),
    "box": ("检索式", "Query"),
    "search": ("检索", "Search"),
    "placeholder": ("输入要检索的字、词或句子", "Enter a word or sentence"),
    "otherLanguage": ("English", "中文"),
    "api": ("接口", "API"),
    "incomplete": ("这份文件的文字可能不全：", "Text of this file may be missing:"),
    "keys": ("/ 检索框 · n 下一处 · p 上一处", "/ search box · n next match · p previous match"),
    "readAs": ("解析为", "Parsed as"),
    "filters": ("筛选", "Filters"),
    "narrowed": ("已筛选", "Filtered by"),
    "takeOff": ("去掉", "Remove"),
    "more": ("更多", "More"),
    "earlier": ("更早", "Earlier"),
    "listAll": ("全部列出", "List all"),
    "wholeTable": ("下载完整表格（CSV）", "Download the complete table (CSV)"),
    "show": ("显示", "Show as"),
    "order": ("排序", "Sort by"),
    "rows": ("行", "Rows"),
    "columns": ("列", "Columns"),
    "numbers": ("指标", "Measure"),
    "table": ("统计表", "Table of counts"),
    "references": ("文献管理格式", "Reference formats"),
    "download": ("下载全部", "Download all"),
    "provenance": ("说明文件", "Provenance"),
    "previous": ("上一页", "Previous"),
    "next": ("下一页", "Next"),
    "pages": ("页码", "Pages"),
    "behindEnd": ("页码超出范围。请返回前面的页。", "There is no such page. Go back to an earlier page."),
    "whichYear": ("所述年份", "Years"),
    "loose": ("中间有标点", "with punctuation inside"),
    "copy": ("复制并附出处", "Copy with citation"),
    "copied": ("已复制", "Copied"),
    "nothing": ("没有找到匹配。", "Nothing found."),
    "nothingHelp": (
      "简体与繁体、全角与半角、大小写、有无空格均视为相同，不必另试。可以缩短检索词，或拆成几个词并用空格分隔。",
      " Simplified and traditional characters, full and half width, case and spaces are "
        + "treated as the same. Try a shorter string, or several strings separated by spaces."
    ),
    "match": ("匹配", "Match"),
    "leftContext": ("前文", "Left"),
    "rightContext": ("后文", "Right"),
    "year": ("年份", "Year"),
    "report": ("报告", "Report"),
    "contents": ("目录", "Contents"),
    "about": ("这份报告", "About this report"),
    "matchesHere": ("处匹配", "matches"),
    "firstMatch": ("查看第一处", "Go to the first"),
    "chart": ("按所述年份统计的处数", "Matches by year mentioned"),
    "copiesHelp": (
      "左侧为最早出现的段落，右侧为与之雷同的段落；标出的是该侧独有的文字。",
      "On the left is the earliest paragraph, on the right its near-duplicates. Text "
        + "that occurs only on one side is marked."
    ),
    "takenFrom": ("与较早的段落雷同：", "Near-duplicate of an earlier paragraph: "),
    "compare": ("对照", "Compare"),
    "back": ("返回检索结果", "Back to the results"),
    "original": ("查看完整原文件", "View the complete source"),
    "removed": ("行网页附属文字已去掉，可在此查看", "boilerplate lines were removed; view them here"),
    "cite": ("引用", "Cite"),
    "backToReport": ("返回报告", "Back to the report"),
    "sourceHelp": (
      "按原有顺序显示整个文件；已去掉的网页附属文字标明原因。",
      "The whole file in its original order. Removed lines are labelled with the reason."
    ),
    "homeTitle": ("检索报告中的每一处", "Find every occurrence in the reports"),
    "homeReports": ("份报告", "reports"),
    "homeParagraphs": ("段", "paragraphs"),
    "homeCharacters": ("字", "characters"),
    "homeEmpty": (
      "索引为空。请先编入报告：duansou index 文件夹",
      "The index is empty. Add reports first: duansou "
        + "index FOLDER"
    ),
    "howTo": ("检索语法", "Query syntax"),
    "login": ("口令", "Password"),
    "enter": ("登录", "Log in"),
    "wrong": ("口令错误。", "The password is wrong."),
    "home": ("返回检索页", "Back to the search page"),
  ]
}
