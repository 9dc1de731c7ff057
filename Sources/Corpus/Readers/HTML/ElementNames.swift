/// Infers from the classes and the identifier of an element whether it is outside the main text.
///
/// The names are weak evidence. Sites copy and abbreviate them, and call the main text
/// `content-left`.
enum ElementNames {
  /// The meaning of the classes and the identifier of an element.
  struct Meaning {
    /// True if they name an element outside the main text: `comment-list`, `topNav`.
    var isBeside = false
    /// True if they name a title: `article-title`, `biaoti`.
    var isTitle = false
  }

  /// Returns the meaning of classes and an identifier, separated by spaces.
  static func meaning(of names: String) -> Meaning {
    var meaning = Meaning()
    for word in words(of: names) {
      if words.contains(word) || beginnings.contains(where: { word.hasPrefix($0) }) {
        meaning.isBeside = true
      }
      if titleWords.contains(word) { meaning.isTitle = true }
    }
    return meaning
  }

  /// Returns true if the tag marks an element outside the main text, false if it can contain the
  /// main text, and `nil` if the tag does not decide.
  static func isBeside(tag: String) -> Bool? {
    switch tag {
    case "aside", "footer", "nav", "marquee", "menu": true
    case "html", "body", "main", "article": false
    default: nil
    }
  }

  /// Splits names at non-letters and before capital letters, and lowercases them.
  static func words(of names: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var isAfterSmall = false
    for byte in names.utf8 {
      let isCapital = (0x41...0x5A).contains(byte)
      let isLetter = isCapital || (0x61...0x7A).contains(byte)
      if !isLetter || isCapital && isAfterSmall, !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word.removeAll(keepingCapacity: true)
      }
      if isLetter { word.append(byte | 0x20) }
      isAfterSmall = isLetter && !isCapital
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static let titleWords: Set = [
    "title", "titles", "biaoti", "headline", "bt", "tit", "subject", "heading",
  ]
  private static let words: Set = [
    "crumb", "crumbs", "fenxiang", "fanye", "feedback", "foot", "friendlink", "hotnews", "login",
    "menu", "nav", "navbar", "pager", "pagination", "pinglun", "popup", "prevnext", "rank",
    "ranking", "reply", "search", "sidebar", "sidemenu", "signin", "tagcloud", "toolbar", "tuijian",
    "updown", "vote", "weizhi", "xgwz", "xgxw", "xiangguan", "youqing",
  ]
  private static let beginnings = [
    "advert", "breadcrumb", "comment", "copyright", "footer", "jiathis", "bdshare", "navigat",
    "recommend", "related", "share", "sharing", "sidebar", "sitemap", "socia", "toolbar",
  ]
}
