import TextAnalysis

/// Compares lines of a page with the titles in its metadata.
struct PageTitle {
  /// The marks between the title of an article, the section and the name of the site.
  static let separators: Set<Character> = ["_", "|", "｜", "-", "—", "–", "@", "－", "»", "·", "›"]

  /// The number of characters of a title that are read: each line is looked for in them.
  private static let longest = 300

  private let articleTitles: [[UInt8]]
  private let siteName: [UInt8]?
  /// The folded `<title>` without white space.
  private var whole: [UInt8] = []
  /// The parts of `<title>` between separators and white space, as ranges of ``whole``.
  private var parts: [Range<Int>] = []
  /// The beginnings of titles that were cut: `青岩县教育局2018年工作总…`.
  private let beginnings: [[UInt8]]
  private let isFirstPartSite: Bool
  private let isLastPartSite: Bool

  init(_ head: PageHead) {
    articleTitles = head.articleTitles.map { Self.folded(String($0.prefix(Self.longest))) }
    siteName = head.siteName.map(Self.folded)
    var texts: [Substring] = []
    for piece in Self.pieces(of: String((head.title ?? "").prefix(Self.longest))) {
      let folded = Self.folded(String(piece.text))
      if !piece.isSeparator, !folded.isEmpty {
        parts.append(whole.count..<(whole.count + folded.count))
        texts.append(piece.text)
      }
      whole += folded
    }
    beginnings = (head.articleTitles + texts.map(String.init)).compactMap(Self.beginning)
    isFirstPartSite = texts.first.map { Self.isSiteName(String($0)) } ?? false
    isLastPartSite = texts.last.map { Self.isSiteName(String($0)) } ?? false
  }

  private static func pieces(of title: String) -> [(text: Substring, isSeparator: Bool)] {
    var pieces: [(text: Substring, isSeparator: Bool)] = []
    var start = title.startIndex
    for place in title.indices
    where separators.contains(title[place]) || title[place].isWhitespace {
      pieces.append((title[start..<place], false))
      start = title.index(after: place)
      pieces.append((title[place..<start], true))
    }
    pieces.append((title[start...], false))
    return pieces
  }

  /// The beginning of a title that ends in dots.
  private static func beginning(of title: String) -> [UInt8]? {
    guard title.hasSuffix("…") || title.hasSuffix("...") else { return nil }
    let beginning = folded(String(title.prefix { $0 != "…" && $0 != "." }))
    return beginning.count >= 18 ? beginning : nil
  }

  /// Folds a text and leaves white space out.
  static func folded(_ text: String) -> [UInt8] { withoutSpaces(FoldedText(text)) }

  /// Leaves white space out of folded text.
  static func withoutSpaces(_ text: FoldedText) -> [UInt8] { text.utf8.filter { $0 > 0x20 } }

  /// Returns how well a line agrees with the metadata.
  ///
  /// | Line                               | Agreement |
  /// |------------------------------------|-----------|
  /// | equal to the article's title        | 6         |
  /// | equal to `<title>`, or its beginning up to a separator | 5 |
  /// | equal to another part of `<title>`  | 4 |
  /// | beginning of `<title>` or of a title that ends in dots | 3 |
  /// | equal to the part that is the site's name | 0 |
  func agreement(of line: String) -> Double { agreement(ofFolded: Self.folded(line)) }

  /// Returns how well a folded line without white space agrees with the metadata.
  func agreement(ofFolded line: [UInt8]) -> Double {
    // Four Han characters.
    guard line.count >= 12 || line.count >= 4 && line[0] < 0x80 else { return 0 }
    if line == siteName { return 0 }
    if articleTitles.contains(line) { return 6 }
    if line == whole { return 5 }
    if let start = Self.firstOccurrence(of: line, in: whole) {
      let range = start..<(start + line.count)
      let startsPart = parts.contains { $0.lowerBound == range.lowerBound }
      let endsPart = parts.contains { $0.upperBound == range.upperBound }
      if startsPart, endsPart {
        let isFirst = range.lowerBound == parts[0].lowerBound
        let isOne = parts.contains(range)
        if isFirst { return isOne && isFirstPartSite && !isLastPartSite ? 0 : 5 }
        let isLast = isOne && range == parts[parts.count - 1]
        return isLast && (isLastPartSite || !isFirstPartSite) ? 0 : 4
      }
      if startsPart, line.count >= 18 { return 3 }
    }
    return beginnings.contains { line.starts(with: $0) } ? 3 : 0
  }

  private static func firstOccurrence(of line: [UInt8], in text: [UInt8]) -> Int? {
    guard line.count <= text.count else { return nil }
    for start in 0...(text.count - line.count)
    where text[start] == line[0] && text[start...].starts(with: line) {
      return start
    }
    return nil
  }

  /// Returns the title without a bracketed section before it, if the metadata has it so:
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

  /// True if a part of `<title>` is named as sites are: 某县教育局, 某某日报.
  private static func isSiteName(_ part: String) -> Bool {
    guard TitleLine(part) == nil else { return false }
    return part.unicodeScalars.count <= 4 || siteEndings.contains { part.hasSuffix($0) }
  }

  private static let siteEndings = [
    "网", "局", "政府", "厅", "委", "委员会", "站", "学校", "大学", "学院", "中学", "小学", "幼儿园", "报", "晚报", "频道",
    "平台",
    "中心", "门户", "公司", "论坛", "博客", "新闻", "在线", "客户端", "文库", "文档", "问答", "贴吧", "空间", ".com", ".cn",
    "范文",
    "下载", "专栏", "目录", "首页", "融媒", "电视台", "杂志", "党建", "办公",
  ]
}
