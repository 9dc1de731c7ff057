import Foundation
import TextAnalysis

/// The metadata of a web page.
struct PageHead {
  /// The text of `<title>`: the titles of the article and the site.
  var title: String?
  /// The article's title alone: `<meta name="ArticleTitle">`, `og:title`, the headline of JSON-LD.
  private(set) var articleTitles: [String] = []
  /// The name of the site: `<meta name="SiteName">`.
  private(set) var siteName: String?
  /// The publication date: `<meta name="PubDate">`, `article:published_time`, `datePublished`.
  private(set) var publishDate: CalendarDate?
  /// The publisher, as Chinese government sites give it: `<meta name="ContentSource">`.
  private(set) var contentSource: String?
  /// The address that the page was saved from: `<!-- saved from url=(0021)http://… -->`.
  private(set) var url: String?

  /// The rank of the source of ``publishDate`` in ``dateNames``.
  private var dateRank = Int.max

  /// The article's title according to the metadata.
  ///
  /// | `<title>`                     | Main title     |
  /// |-------------------------------|----------------|
  /// | `某县教育局工作总结_某某网`        | `某县教育局工作总结` |
  /// | `某县教育局工作总结 - 栏目 - 某某网` | `某县教育局工作总结` |
  var mainTitle: String? {
    if let articleTitle = articleTitles.first { return articleTitle }
    guard let title else { return nil }
    let first = title.split(whereSeparator: { PageTitle.separators.contains($0) }).first
    return first.flatMap { PlainTextReader.lines(of: String($0)).first?.text }
  }

  /// True if the main title is that of a document, and not of a site.
  var namesDocument: Bool { mainTitle.map { TitleLine($0) != nil } ?? false }

  // MARK: Metadata

  private static let titleNames: Set = [
    "articletitle", "title", "og:title", "twitter:title", "pagetitle", "headline", "dc.title",
    "dcterms.title",
  ]
  /// The metadata names of publication dates, the most reliable first.
  private static let dateNames = [
    "pubdate", "article:published_time", "datepublished", "publishdate", "publish_date",
    "og:release_date", "firstpublishtime", "dc.date", "dcterms.issued", "dc.date.issued",
    "article:create_at", "bytedance:published_time", "weibo:article:create_at",
  ]

  /// Records a `<meta>` element.
  mutating func note(_ content: String, under name: String) {
    let name = name.lowercased()
    if let rank = Self.dateNames.firstIndex(of: name) {
      note(date: content, rank: rank)
    } else if Self.titleNames.contains(name) {
      note(articleTitle: content, isFirst: name == "articletitle")
    } else if name == "contentsource" {
      contentSource = PlainTextReader.lines(of: content).first?.text
    } else if name == "sitename" || name == "og:site_name" {
      siteName = PlainTextReader.lines(of: content).first?.text
    }
  }

  private mutating func note(date: String, rank: Int) {
    guard rank < dateRank, let day = PublicationLine.date(in: date) else { return }
    publishDate = day
    dateRank = rank
  }

  private mutating func note(articleTitle: String, isFirst: Bool) {
    guard let text = PlainTextReader.lines(of: articleTitle).first?.text,
      articleTitles.count < 8, !articleTitles.contains(text)
    else { return }
    articleTitles.insert(text, at: isFirst ? 0 : articleTitles.count)
  }

  /// Records the headline and the date of JSON-LD: `{"@type": "NewsArticle", "datePublished": …}`.
  mutating func note(linkedData: String) {
    guard linkedData.utf8.count <= 200_000,
      let root = try? JSONSerialization.jsonObject(with: Data(linkedData.utf8))
    else { return }
    var objects = (root as? [Any]) ?? [root]
    if let graph = (root as? [String: Any])?["@graph"] as? [Any] { objects += graph }
    for case let object as [String: Any] in objects.prefix(100) {
      if let headline = object["headline"] as? String {
        note(articleTitle: headline, isFirst: false)
      }
      if let date = object["datePublished"] as? String { note(date: date, rank: 2) }
    }
  }

  /// Records the address in the comment of a saved page.
  mutating func note(comment: String) {
    guard url == nil, let place = comment.firstRange(of: "saved from url=(") else { return }
    let address = comment[place.upperBound...].drop { $0 != ")" }.dropFirst()
    url = String(address.prefix { !$0.isWhitespace })
  }
}
