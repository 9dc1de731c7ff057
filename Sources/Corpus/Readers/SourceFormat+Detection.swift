extension SourceFormat {
  /// Recognizes the format of a text: a web page by its content, other formats by the extension of
  /// the file name.
  init(of text: String, fileName: String) {
    let name = fileName.lowercased()
    if Self.isPage(text) {
      self = .html
    } else if let known = Self.endings.first(where: { name.hasSuffix($0.key) }) {
      self = known.value
    } else {
      self = .text
    }
  }

  private static let endings: [String: SourceFormat] = [
    ".md": .markdown, ".markdown": .markdown, ".csv": .csv, ".tsv": .tsv,
  ]

  /// Returns true if a text is a web page or a fragment of one. After comments and declarations,
  /// such a text begins with an HTML element.
  private static func isPage(_ text: String) -> Bool {
    var rest = text[...]
    while true {
      rest = rest.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstRange(of: "-->") else { return false }
        rest = rest[end.upperBound...]
      } else if rest.hasPrefix("<?xml") {
        guard let end = rest.firstRange(of: "?>") else { return false }
        rest = rest[end.upperBound...]
      } else {
        break
      }
    }
    guard rest.first == "<" else { return false }
    let tag = rest.dropFirst().prefix(15).lowercased()
    if tag.hasPrefix("!doctype html") { return true }
    let name = tag.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let isTag = tag.dropFirst(name.count).first.map { $0 == ">" || $0 == "/" || $0.isWhitespace }
    return isTag == true && elements.contains(String(name))
  }

  private static let elements: Set = [
    "html", "head", "body", "meta", "title", "link", "script", "style", "base", "noscript",
    "header", "footer", "nav", "main", "aside", "article", "section", "div", "p", "span", "center",
    "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br", "blockquote", "pre", "address",
    "table", "tbody", "thead", "tr", "td", "th", "ul", "ol", "li", "dl", "dt", "dd",
    "a", "b", "strong", "i", "em", "u", "big", "small", "img", "iframe", "form", "input",
    "figure", "details", "marquee",
  ]
}
