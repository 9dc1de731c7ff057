extension SourceFormat {
  /// Recognizes the format of a text: by its content, and Markdown, which has no mark of its own, by
  /// the name of the file.
  init(of text: String, fileName: String) {
    let head = String(decoding: text.utf8.prefix(2_000), as: UTF8.self).lowercased()
    let start = head.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let isPage =
      start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
      || (start.hasPrefix("<")
        && ["<html", "<head", "<body", "<div", "<p>", "<meta"].contains {
          head.contains($0)
        })
    if isPage {
      self = .html
    } else {
      self = fileName.lowercased().hasSuffix(".md") ? .markdown : .text
    }
  }
}
