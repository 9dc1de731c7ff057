import Testing

@testable import Corpus

struct HTMLReaderTests {
  private func lines(of page: String) -> [SourceLine]? { HTMLReader.document(of: page)?.lines }

  @Test func `block elements are lines, and non-text elements are omitted`() throws {
    let page = """
      <html><head><title>页</title><style>p{}</style></head><body><script>var a = "脚本";</script>
      <div><h1>某局<b>2011</b>年工作总结</h1>
      <p>&nbsp;&nbsp;一、控<span>辍</span>保
      学</p><p>第一行<br>第二行<br/>第三行</div>
      <table><tr><th>学校</th><th>学生</th></tr><tr><td>一小</td><td>1,200</td></tr></table>
      <table><tr><td><p>版面</p><p>排版</p></td><td><div>侧栏</div></td></tr></table>
      </body></html>
      """
    let lines = try #require(HTMLReader.document(of: page)?.lines)
    #expect(
      lines.map(\.text) == [
        "某局2011年工作总结", "一、控辍保 学", "第一行", "第二行", "第三行", "学校\t学生", "一小\t1,200", "版面", "排版", "侧栏",
      ])
    #expect(lines[0].role == .title)
    #expect(lines[5].role == .row && lines[6].role == .row && lines[7].role == .text)
  }

  @Test func `deep nesting and broken pages are read to their ends`() throws {
    let old = (1...3000).map { "<font>第\($0)段。<p>" }.joined() + "<p>结尾"
    #expect(try #require(lines(of: "<html>" + old)).count == 3001)
    let deep =
      String(repeating: "<div>", count: 20_000) + "<p>深处" + String(repeating: "</div>", count: 9)
    #expect(lines(of: "<html>" + deep)?.map(\.text) == ["深处"])
    let long = String(repeating: "学校", count: 2_000_000)
    #expect(
      lines(of: "<html><p>" + long + "</p><p>末")?.map(\.text.count) == [4_000_000, 1])
    #expect(lines(of: "<html><p>甲<p>乙</b></i>")?.map(\.text) == ["甲", "乙"])
    #expect(lines(of: "<html>") == [])
  }

  @Test func `unclosed elements lose no text`() throws {
    for name in ["iframe", "select", "noscript", "button", "object", "form", "label"] {
      let lines = self.lines(of: "<html><h2>题名</h2><p>开头。</p><\(name)><p>控辍保学好。</p>")
      #expect(lines?.contains { $0.text.contains("控辍保学好。") } == true, "\(name)")
    }
  }

  @Test func `links are distinguished from text`() throws {
    let lines = try #require(
      self.lines(
        of: """
          <html><p><a href="/">首页</a> | <a href="/b">政务公开</a></p><p>※※※</p>
          <p><a href="c">各学校要按照要求，认真做好控辍保学的各项工作。</a></p>
          <h2><a href="d">某县教育局2011年工作总结</a></h2><a name="e">锚</a>
          """))
    #expect(lines.map(\.isLinks) == [true, false, false, false, false])
  }

  @Test func `blocks inside a cell do not run together`() throws {
    let lines = try #require(
      self.lines(
        of: "<html><table><tr><td>甲</td><td><form><p>提出控辍</p><p>保学好。</p></form></td></tr></table>"))
    #expect(!lines.contains { $0.text.contains("控辍保学") })
  }
}

struct HTMLTagsTests {
  private func areTame(_ page: String) -> Bool {
    Array(page.utf8).withUnsafeBufferPointer { HTMLTags.areTame($0) }
  }

  @Test func `a tag of thousands of attributes is refused`() {
    let attributes = (1...6_000).map { "a\($0)=\"x y\"" }.joined(separator: " ")
    #expect(!areTame("<html><p \(attributes)>控辍保学</p>"))
    #expect(HTMLReader.document(of: "<html><p \(attributes)>控辍保学</p>") == nil)
  }

  @Test func `long values, long texts and stray marks do not count as attributes`() {
    let words = String(repeating: "word ", count: 50_000)
    #expect(areTame("<html><p title=\"\(words)\">1 < 2 \(words)</p>"))
    #expect(areTame("<p class=a'b>\(words)</p>"))
    #expect(areTame((1...9_000).map { "<p id=\"\($0)\">文</p>" }.joined()))
  }
}

struct MainTextTests {
  private static let sentences = (1...8).map {
    "<p>第\($0)段：全县教育系统认真落实控辍保学责任，逐校逐户排查，劝返学生\($0 * 7)人。</p>"
  }.joined()

  private func page(_ text: String, head: String = "") throws -> SourceDocument {
    try #require(
      HTMLReader.document(
        of: """
          <!-- saved from url=(0030)http://www.example.gov.cn/a/1.html -->
          <html><head><title>某县教育局2012年工作总结_某县人民政府</title>\(head)</head><body>
          <div class="nav"><a href="/">首页</a> <span>欢迎访问某县人民政府网站，今天是星期一</span></div>
          <div class="wrap"><h3>某县教育局2012年工作总结</h3><div>发布时间：2013-01-08 浏览次数：12</div>
          <div class="article">\(text)</div></div>
          <div class="side"><p>点击排行</p><p>某县召开教育工作会议部署全年各项重点任务</p></div>
          <div class="footer">主办单位：某县人民政府办公室　备案号：某ICP备05000001号</div></body></html>
          """))
  }

  @Test func `boilerplate is marked, and the title is found`() throws {
    let document = try page(Self.sentences + "<p>某县教育局</p><p>2012年12月28日</p>")
    let kept = document.lines.filter { $0.chrome == nil }
    #expect(kept.first?.text == "某县教育局2012年工作总结" && kept.first?.role == .title)
    #expect(kept.count == 11 && kept.last?.text == "2012年12月28日")
    #expect(document.lines.contains { $0.chrome == .publication && $0.text.hasPrefix("发布时间") })
    #expect(document.metadata.date == CalendarDate(year: 2013, month: 1, day: 8))
    #expect(document.lines.count == 16)
    #expect(document.title == "某县教育局2012年工作总结")
    #expect(document.metadata.url == "http://www.example.gov.cn/a/1.html")
  }

  @Test func `titles and dates of government sites are read`() throws {
    let head = """
      <meta name="ArticleTitle" content="关于印发工作要点的通知">
      <meta name="PubDate" content="2013-01-09 10:00:00">
      """
    let document = try page(Self.sentences, head: head)
    #expect(document.title == "关于印发工作要点的通知")
    #expect(document.metadata.date == CalendarDate(year: 2013, month: 1, day: 9))
  }

  @Test func `no whole sentence is lost, wherever it occurs`() throws {
    let late =
      "同时，我们也清醒地看到，义务教育巩固率与先进县相比仍有差距，部分学校办学条件亟待改善，教师队伍结构不尽合理，需要在今后的工作中认真加以解决。"
    let document = try #require(
      HTMLReader.document(
        of: "<html><div><div>\(Self.sentences)</div></div><div><div><p>\(late)</p></div></div>"))
    #expect(document.lines.contains { $0.text == late && $0.chrome == nil })
  }

  @Test func `an element with a boilerplate class is kept if it contains the text`() throws {
    let document = try #require(
      HTMLReader.document(of: "<html><div class=share-comment>\(Self.sentences)</div>"))
    #expect(document.lines.filter { $0.chrome == nil }.count == 8)
  }

  @Test func `a page of links and a short page are left unchanged`() throws {
    let list = (1...30).map { "<li><a href=\"\($0)\">某县工作动态之\($0)</a></li>" }.joined()
    for body in ["<ul>\(list)</ul>", "<div><p>某县教育局</p></div><div><p>通知如下</p></div>"] {
      let document = try #require(HTMLReader.document(of: "<html><body>\(body)"))
      #expect(!document.lines.contains { $0.chrome == .surroundings })
    }
  }

  @Test func `preformatted text keeps its lines, and line numbers exceed 65,535`() throws {
    let document = try #require(
      HTMLReader.document(
        of: "<html><pre>一、甲\n　　乙\n丙</pre>" + String(repeating: "\n", count: 70_000) + "<p>末"))
    #expect(document.lines.map(\.text) == ["一、甲", "乙", "丙", "末"])
    #expect(document.lines.map(\.number) == [3, 4, 5, 70_003])
  }
}
