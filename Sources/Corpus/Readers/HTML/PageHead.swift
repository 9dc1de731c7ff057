import TextAnalysis

/// What a web page says about itself, beside its text.
struct PageHead {
  /// The text of `<title>`: the article's title and the site's.
  var title: String?
  /// The article's title alone, as Chinese government sites give it: `<meta name="ArticleTitle">`.
  var articleTitle: String?
  /// When the page was published, as Chinese government sites give it: `<meta name="PubDate">`.
  var publishDate: CalendarDate?
  /// Whose text it is, as Chinese government sites give it: `<meta name="ContentSource">`.
  var contentSource: String?
  /// Where the page was saved from, as browsers write it: `<!-- saved from url=(0021)http://… -->`.
  var url: String?

  /// The article's title as far as the page tells it.
  ///
  /// | `<title>`                     | Main title     |
  /// |-------------------------------|----------------|
  /// | `某县教育局工作总结_某某网`        | `某县教育局工作总结` |
  /// | `某县教育局工作总结 - 栏目 - 某某网` | `某县教育局工作总结` |
  var mainTitle: String? {
    if let articleTitle, !articleTitle.isEmpty { return articleTitle }
    guard let title else { return nil }
    let separators: Set<Character> = ["_", "|", "｜", "-", "—", "–", "@"]
    let first = title.split(whereSeparator: { separators.contains($0) }).first.map(String.init)
    let trimmed = first.flatMap { PlainTextReader.lines(of: $0).first?.text }
    return trimmed
  }

  /// Whether a line is the page's title, or its beginning.
  func isTitle(_ line: String) -> Bool {
    let folded = FoldedText(line)
    guard (4...TitleLine.longest).contains(folded.characterCount) else { return false }
    return [articleTitle, title].contains { title in
      guard let title else { return false }
      return FoldedText(title).hasPrefix(folded)
    }
  }

  /// Notes what a `<meta>` element says.
  mutating func note(_ content: String, under name: String) {
    switch name.lowercased() {
    case "articletitle": articleTitle = PlainTextReader.lines(of: content).first?.text
    case "contentsource": contentSource = PlainTextReader.lines(of: content).first?.text
    case "pubdate": publishDate = PublicationLine.date(in: content)
    default: break
    }
  }

  /// Notes the address in the comment of a saved page.
  mutating func note(comment: String) {
    guard url == nil, let place = comment.firstRange(of: "saved from url=(") else { return }
    let address = comment[place.upperBound...].drop { $0 != ")" }.dropFirst()
    url = String(address.prefix { !$0.isWhitespace })
  }
}
