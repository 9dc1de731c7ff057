import ReportSearch

/// Writes hits as a self-contained HTML page for reading, printing and opening in Word.
struct HTMLHitList: HitListWriter {
  private let format: TextFormat
  private let write: (String) throws -> Void

  init(language: Language, write: @escaping (String) throws -> Void) {
    format = TextFormat(language: language, markup: .plain)
    self.write = write
  }

  mutating func begin() throws {
    let title = format.language.choose("检索结果", "Search results")
    try write(
      """
      <!DOCTYPE html>
      <html lang="\(format.language.choose("zh-Hans", "en"))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>
      body { max-width: 45em; margin: 2em auto; padding: 0 1em; line-height: 1.7; color: #222;
        font-family: "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif }
      h3 { font-size: 1em; margin-bottom: 0 }
      blockquote { margin: .3em 0; padding-left: 1em; border-left: 3px solid #0072B2 }
      mark { background: #FFE9A8; color: inherit; font-weight: bold }
      p.place { color: #595959; font-size: .85em; margin: 0 }
      article { break-inside: avoid }
      </style>
      </head>
      <body>
      <h1>\(title)</h1>

      """)
  }

  mutating func begin(_ query: HitList.TypedQuery, _ totals: SearchResult.Totals) throws {
    let numbers = format.numbers(totals, of: query.query)
    try write(
      "<h2>\(MarkupText.escaped(query.name))</h2>\n<p>\(MarkupText.escaped(numbers))</p>\n")
  }

  mutating func add(_ hit: Hit) throws {
    let text = MarkedText(hit).pieces.map {
      let text = MarkupText.escaped($0.text).replacing(/\r\n|\n/, with: "<br>")
      return $0.isMatch ? "<mark>\(text)</mark>" : text
    }.joined()
    let headings = hit.paragraph.headingPath.joined(separator: " › ")
    let heads = [format.year(of: hit), headings].filter { !$0.isEmpty }
    let place = hit.report.sourcePaths[0] + format.place(of: hit.paragraph)
    try write(
      """
      <article id="\(MarkupText.escaped(hit.paragraph.identifier))">
      <h3>\(hit.rank). \(MarkupText.escaped(hit.report.title))</h3>
      \(heads.map { "<p class=\"place\">\(MarkupText.escaped($0))</p>" }.joined(separator: "\n"))
      <blockquote>\(text)</blockquote>
      <p class="place">\(MarkupText.escaped(place))  \(MarkupText.escaped(hit.paragraph.identifier))</p>
      </article>

      """)
  }

  mutating func end(_ answers: [HitList.Answer]) throws { try write("</body>\n</html>\n") }
}
