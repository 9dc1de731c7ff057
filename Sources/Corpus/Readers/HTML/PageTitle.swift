import TextAnalysis

/// Compares lines of a page with the titles in its metadata.
struct PageTitle {
  /// The separators between the title of an article, its section and the name of the site.
  static let separators: Set<Character> = ["_", "|", "｜", "-", "—", "–", "@", "－", "»", "·", "›"]

  private let articleTitles: [String]
  private let whole: String
  /// The folded parts of `<title>` between separators and white space.
  private let parts: [String]
  private let siteName: String?

  init(_ head: PageHead) {
    articleTitles = head.articleTitles.map(Self.folded)
    whole = head.title.map(Self.folded) ?? ""
    parts = (head.title ?? "").split { Self.separators.contains($0) || $0.isWhitespace }
      .map { Self.folded(String($0)) }.filter { !$0.isEmpty }
    siteName = head.siteName.map(Self.folded)
  }

  /// Returns a folded text without white space.
  static func folded(_ text: String) -> String {
    FoldedText(text).string.filter { !$0.isWhitespace }
  }

  /// Returns a score for the agreement of a line with the metadata.
  ///
  /// | Line                                                   | Agreement |
  /// |--------------------------------------------------------|-----------|
  /// | equal to the article's title                           | 6         |
  /// | equal to `<title>`, or its beginning up to a separator | 5         |
  /// | equal to another part of `<title>`, not the last       | 4         |
  /// | beginning of `<title>`, or of a title cut with dots    | 3         |
  /// | equal to the last part, which is the site's name       | 0         |
  func agreement(of line: String) -> Double {
    let line = Self.folded(line)
    guard line.unicodeScalars.count >= 4 else { return 0 }
    if line == siteName { return 0 }
    if articleTitles.contains(line) { return 6 }
    guard !whole.isEmpty else { return isBeginning(line, of: articleTitles) ? 3 : 0 }
    if line == whole { return 5 }
    if let range = whole.firstRange(of: line) {
      let startsPart = range.lowerBound == whole.startIndex || isSeparator(before: range.lowerBound)
      let endsPart =
        range.upperBound == whole.endIndex || Self.separators.contains(whole[range.upperBound])
        || parts.contains(line)
      if startsPart, endsPart {
        let isFirst = range.lowerBound == whole.startIndex
        guard parts.count > 1, line == parts.last || isFirst && line == parts.first else {
          return isFirst ? 5 : 4
        }
        if isFirst { return isSiteName(line) && !isSiteName(parts.last!) ? 0 : 5 }
        return isSiteName(line) || !isSiteName(parts.first!) ? 0 : 4
      }
      if startsPart, line.unicodeScalars.count >= 6 { return 3 }
    }
    return isBeginning(line, of: articleTitles + parts) ? 3 : 0
  }

  /// Splits a bracketed section off a title if the metadata has the title without it:
  /// `[工作总结] 班主任工作小结`.
  func withoutSection(_ line: String) -> (section: String, title: String)? {
    guard let first = line.first, let close = Self.brackets[first],
      let end = line.firstIndex(of: close)
    else { return nil }
    let rest = line[line.index(after: end)...].drop(while: \.isWhitespace)
    let folded = Self.folded(String(rest))
    guard agreement(of: line) < 5,
      articleTitles.contains(folded) || agreement(of: String(rest)) >= 5
    else { return nil }
    return (String(line[...end]), String(rest))
  }

  private static let brackets: [Character: Character] = ["[": "]", "【": "】", "［": "］", "〔": "〕"]

  private func isSeparator(before index: String.Index) -> Bool {
    Self.separators.contains(whole[whole.index(before: index)])
      || parts.contains { whole[index...].hasPrefix($0) }
  }

  /// Returns true if a part of `<title>` ends like the name of a site: 某县教育局, 某某日报.
  private func isSiteName(_ part: String) -> Bool {
    guard TitleLine(part) == nil else { return false }
    return part.unicodeScalars.count <= 4 || Self.siteEndings.contains { part.hasSuffix($0) }
  }

  private static let siteEndings = [
    "网", "局", "政府", "厅", "委", "委员会", "站", "学校", "大学", "学院", "中学", "小学", "幼儿园", "报", "晚报", "频道",
    "平台",
    "中心", "门户", "公司", "论坛", "博客", "新闻", "在线", "客户端", "文库", "文档", "问答", "贴吧", "空间", ".com", ".cn",
    "范文",
    "下载", "专栏", "目录", "首页", "融媒", "电视台", "杂志", "党建", "办公",
  ]

  /// Returns true if a title was cut, ends in dots, and a line begins with its text before the
  /// dots.
  private func isBeginning(_ line: String, of titles: [String]) -> Bool {
    titles.contains { title in
      let cut = title.hasSuffix("...") || title.hasSuffix("…")
      let beginning = title.prefix { $0 != "…" && !(cut && $0 == ".") }
      return cut && beginning.unicodeScalars.count >= 6 && line.hasPrefix(beginning)
    }
  }
}
