import Testing

@testable import Corpus

/// Short saved pages: two paragraphs among menus, lists and page controls.
struct ShortPageTests {
  private static let paragraphs = [
    "9月1日上午，清溪县教育局在城南小学举行开学工作检查汇报会，各乡镇中心校负责人参加。",
    "会议通报了秋季学期控辍保学工作情况，要求各校一周内完成学籍核对。",
  ]

  private func document(
    _ body: String, title: String = "清溪县部署秋季开学工作-清溪教育网", head: String = ""
  ) throws -> SourceDocument {
    try #require(
      HTMLReader.document(
        of: "<html><head><title>\(title)</title>\(head)</head><body>\(body)</body></html>"))
  }

  private func text(of document: SourceDocument) -> [String] {
    document.lines.filter { $0.chrome == nil && !$0.isLinks && $0.role != .title }.map(\.text)
  }

  private static let menu =
    "<ul>" + ["首页", "机构设置", "2017年工作总结", "工作计划"].map { "<li><a href='/'>\($0)</a></li>" }.joined()
    + "</ul>"
  private static let body =
    "<div class=con>" + paragraphs.map { "<p>　　\($0)</p>" }.joined() + "</div>"

  @Test(arguments: [
    "<h1>清溪县部署秋季开学工作</h1><p>时间：2018-09-02　作者：办公室　点击：32</p>",
    "<div align=center>清溪县部署秋季开学工作</div><div>[2018/9/2 8:30:11]　来源：办公室</div>",
    "<h2 class=biaoti>清溪县部署秋季开学工作</h2><span>2018年09月02日</span> <span>【字号：<a href='#'>大</a>】</span>",
  ])
  func `title, date and paragraphs of a page`(head: String) throws {
    let document = try document(
      """
      <div class=top>\(Self.menu)<p>校长寄语：让每一个孩子健康快乐地成长，办人民满意的教育。</p></div>
      <div>当前位置：<a href=/>首页</a> &gt; <a href=/c>工作动态</a></div><div class=main>\(head)\(Self.body)
      <p>（责任编辑：王小明）</p><p>分享到：<a href=#>微信</a> <a href=#>微博</a></p>
      <p>上一篇：<a href=1>教育局慰问教师</a></p></div>
      <div><h3>相关新闻</h3><ul><li><a href=2>我县召开教师节座谈会</a><span>09-01</span></li>
      <li><a href=3>城南小学开展安全教育</a><span>08-30</span></li></ul></div>
      <div>版权所有：清溪县教育局　地址：人民路8号</div>
      """)
    #expect(text(of: document) == Self.paragraphs)
    #expect(document.lines.filter { $0.role == .title }.map(\.text) == ["清溪县部署秋季开学工作"])
    #expect(document.metadata.date == CalendarDate(year: 2018, month: 9, day: 2))
    let source = try Array("<html>\(head)\(Self.body)".utf8).withUnsafeBytes {
      try SourceReader().read($0, path: "a.html")
    }
    #expect(source.reports.map(\.title) == ["清溪县部署秋季开学工作"])
  }

  @Test func `lists of pages with their beginnings, and comments, are no text`() throws {
    let items = (1...4).map {
      "<li><a href=\($0)>城南小学举办第\($0)届读书节</a><p>\($0)月2日下午，城南小学全体师生在操场集会，隆重举行读书节启动仪式，校长在会上致辞。</p></li>"
    }.joined()
    let document = try document(
      """
      <div><h1>清溪县部署秋季开学工作</h1>\(Self.body)</div><ul>\(items)</ul>
      <div><b>网友评论</b><div>说得很好，我们学校也是这样做的，希望今后多组织这样的检查。</div></div>
      """)
    #expect(text(of: document) == Self.paragraphs)
    #expect(document.lines.count { $0.chrome == .related } == 10)
  }

  @Test func `a label among paragraphs does not end the text`() throws {
    let late = "会后，与会人员参观了城南小学的图书室和劳动实践基地，对学校的做法给予肯定。"
    let document = try document(
      """
      <h1>清溪县部署秋季开学工作</h1><div class=con><p>\(Self.paragraphs[0])</p><p>\(Self.paragraphs[1])</p>
      <p>相关阅读</p><p><a href=1>我县召开教师节座谈会</a></p><hr><p>返回</p><p>\(late)</p></div>
      """)
    #expect(text(of: document).contains(late))
  }

  @Test
  func `a question below the title is text, and what Word leaves in a sentence does not cut it`()
    throws
  {
    let question = "请问各位同行，学校的年度工作总结应该从哪些方面来写？"
    let document = try document(
      """
      <h1>清溪县部署秋季开学工作</h1><div class=ask>\(question)</div><div><a href=1>回答</a> <a href=2>收藏</a></div>
      <div><div>\(Self.body)<p>要求各校<o:p></o:p>认真落实，确保应返尽返。</p></div>
      <p>&gt;&gt;&gt; 推荐阅读：<a href=3>幼儿园大班下学期工作总结</a></p><p>第2页/共4页</p><p>会后，与会人员到校实地查看了学籍管理情况。</p></div>
      """)
    #expect(
      text(of: document)
        == [question] + Self.paragraphs + ["要求各校认真落实，确保应返尽返。", "会后，与会人员到校实地查看了学籍管理情况。"])
  }

  @Test func `the title of the page is the report's where no line is it`() throws {
    let source = try Array(
      "<html><title>清溪县教育局2018年工作总结 - 文档下载</title><div>文本预览</div><div>\(Self.body)</div>".utf8
    ).withUnsafeBytes { try SourceReader().read($0, path: "a.html") }
    #expect(source.reports.map(\.title) == ["清溪县教育局2018年工作总结"])
    let paper = try self.document(
      "<center><b>云岭日报</b></center><center><b>三招破解转岗难</b></center><center>今年安排134人</center>\(Self.body)",
      title: "云岭日报-三招破解转岗难")
    #expect(paper.lines.first { $0.role == .title }?.text == "三招破解转岗难")
  }

  @Test func `a list or a table without sentences is text`() throws {
    let schools = (1...30).map { "清溪县第\($0)小学" }
    let list = try document(
      "<div>\(Self.menu)</div><h1>清溪县部署秋季开学工作</h1><div><p>下列学校列入检查名单：</p><ul>"
        + schools.map { "<li>\($0)</li>" }.joined() + "</ul></div>")
    #expect(text(of: list) == ["下列学校列入检查名单："] + schools)
    let table = try document(
      "<div>\(Self.menu)</div><h1>清溪县部署秋季开学工作</h1><table>"
        + schools.map { "<tr><td>\($0)</td><td>320</td></tr>" }.joined()
        + "</table><div>热烈欢迎各级领导到我校检查指导工作！</div>")
    #expect(text(of: table).count { $0.hasSuffix("\t320") } == 30)
  }

  @Test func `attachments below the text are kept`() throws {
    let document = try document(
      """
      <h1>清溪县部署秋季开学工作</h1><div><div>\(Self.body)</div>
      <p>附件：1.<a href="/u/12.doc">学籍核对表</a></p><p><a href="d.jsp?name=3.xls">2.人员名单</a></p></div>
      <p><a href="/u/all.zip">打包下载</a></p>
      """)
    #expect(text(of: document) == Self.paragraphs + ["附件：1.学籍核对表", "2.人员名单"])
  }

  @Test func `a title over several lines is joined, and a section before it is taken off`() throws {
    let lines = try document(
      """
      <center><b>清溪县教育局<br>关于做好2018年秋季学期控辍保学工作的<br>通知</b></center>\(Self.body)
      """, title: "清溪教育")
    #expect(
      lines.lines.filter { $0.role == .title }.map(\.text) == ["清溪县教育局关于做好2018年秋季学期控辍保学工作的通知"])
    let forum = try document(
      "<h1><a href=#>[工作总结]</a> <a href=1>班主任工作小结</a></h1>\(Self.body)", title: "班主任工作小结 - 教师论坛")
    #expect(forum.lines.first { $0.role == .title }?.text == "班主任工作小结")
    #expect(forum.lines.first { $0.chrome == .navigation }?.text == "[工作总结]")
  }

  @Test func `the name of the site and menu entries are no titles`() throws {
    let document = try document(
      "<h1>清溪教育网</h1>\(Self.menu)<h3>清溪县部署秋季开学工作</h3>\(Self.body)")
    #expect(document.lines.filter { $0.role == .title }.map(\.text) == ["清溪县部署秋季开学工作"])
    let source = try Array(
      "<html><title>守住每一个孩子</title>\(Self.menu)<h1>守住每一个孩子</h1>\(Self.body)".utf8
    ).withUnsafeBytes { try SourceReader().read($0, path: "a.html") }
    #expect(source.reports.map(\.title) == ["守住每一个孩子"])
  }

  @Test(
    arguments: [
      ("<meta name=PubDate content='2018-09-02 10:00'>", ""),
      ("<meta property='article:published_time' content='2018-09-02T08:00:00+08:00'>", ""),
      (
        "<script type='application/ld+json'>{\"@graph\":[{\"datePublished\":\"2018-09-02\"}]}</script>",
        ""
      ),
      ("", "<p><time datetime='2018-09-02'>三天前</time></p>"), ("", "<p>公布日期：2018.9.2</p>"),
      ("", "<p>报名截止时间：2019-01-01</p><p>2018-09-02</p>"),
      ("", "<p>今天是2026年1月1日 星期四</p><p>来源：本站　发布于：2018年9月2日</p>"),
    ])
  func `publication dates`(head: String, line: String) throws {
    let document = try document(
      "<h1>清溪县部署秋季开学工作</h1>\(line)\(Self.body)", head: head)
    #expect(document.metadata.date == CalendarDate(year: 2018, month: 9, day: 2))
  }
}

struct HiddenTextTests {
  private static let text =
    "<p>今年以来，全县教育系统把控辍保学作为头等大事，层层签订责任书，逐村逐户开展排查。</p>"
    + "<p>春季学期共劝返学生三十七人，小学入学率和初中巩固率均好于年初确定的目标。</p>"

  private func lines(_ body: String, head: String = "") throws -> [SourceLine] {
    try #require(HTMLReader.document(of: "<html><head>\(head)</head><body>\(body)")).lines
  }

  @Test(arguments: [
    "<p style='DISPLAY: none'>垃圾</p>", "<div style='visibility:hidden'><p>垃圾</p></div>",
    "<p hidden>垃圾</p>",
    "<noscript>垃圾</noscript>", "<div aria-hidden=true>垃圾</div>", "<p style='font-size:0px'>垃圾</p>",
    "<p class='x spam'>垃圾</p>", "<p id=spam>垃圾</p>", "<p class=reader>垃圾</p>",
  ])
  func `hidden blocks are boilerplate`(block: String) throws {
    let style = """
      <style>@media print{.page{display:none}} .spam , #spam{color:red;display:none}
      .reader{position:absolute;width:1px;clip:rect(0 0 0 0)}</style>
      """
    let lines = try lines("<div class=page>\(Self.text)\(block)</div>", head: style)
    #expect(lines.filter { $0.chrome == .hidden }.map(\.text) == ["垃圾"])
    #expect(lines.count { $0.chrome == nil } == 2)
  }

  @Test func `hidden words inside a sentence are taken out and kept`() throws {
    let lines = try lines(
      "<p>抓好控<span style='display:none'>本文来自某网</span>辍<font class=jammer>x8K</font>保学。</p>")
    #expect(lines.map(\.text) == ["抓好控辍保学。", "本文来自某网", "x8K"])
    #expect(lines.map(\.chrome) == [nil, .hidden, .hidden])
  }

  @Test func `pronunciations are taken out`() throws {
    let lines = try lines(
      "<p>抓好<ruby>控<rp>(</rp><rt>kòng</rt><rp>)</rp>辍<rt>chuò</rt></ruby>保学。</p><p>完</p>")
    #expect(lines.map(\.text) == ["抓好控辍保学。", "( kòng ) chuò", "完"])
    #expect(lines[1].chrome == .annotation)
  }

  @Test func `text that a click unfolds is text`() throws {
    let more = "<p>下学期，我们将继续落实联控联保责任，完善帮扶台账，确保适龄儿童一个都不少。</p><p>同时加强食堂管理，落实营养改善计划。</p>"
    let lines = try lines(
      "<div>\(Self.text)<div style='display:none'>\(more)</div><a href='javascript:;'>展开全文</a></div>"
    )
    #expect(lines.count { $0.chrome == nil && !$0.isLinks } == 4)
  }

  @Test func `a page that would have no visible text is read whole`() throws {
    let lines = try lines(
      "<div class=app>\(Self.text)\(Self.text)</div>", head: "<style>.app{display:none}</style>")
    #expect(lines.count { $0.chrome == nil } == 4)
    #expect(try self.lines("<noscript>\(Self.text)\(Self.text)").count { $0.chrome == nil } == 4)
  }
}

struct PageTableTests {
  private func rows(_ table: String) throws -> [String] {
    try #require(HTMLReader.document(of: "<html><table>\(table)</table>")).lines.map(\.text)
  }

  @Test func `a value holds for all its rows, and columns do not shift`() throws {
    #expect(
      try rows(
        """
        <tr><th>学校<th>项目<th>人数<th>备注</tr><tr><td rowspan=3>一小<td>劝返<td>3<td rowspan=2>已核</tr>
        <tr><td>家访<td>80</tr><tr><td colspan=2>合计<td>83</tr><tr><td>二小<td>劝返<td>1<td>无</tr>
        """) == [
          "学校\t项目\t人数\t备注", "一小\t劝返\t3\t已核", "一小\t家访\t80\t已核", "一小\t合计\t\t83", "二小\t劝返\t1\t无",
        ])
  }

  @Test func `spans of one table do not reach another`() throws {
    #expect(
      try rows("<tr><td rowspan=9>甲<td>乙</tr></table><table><tr><td>丙<td>丁</tr>") == [
        "甲\t乙", "丙\t丁",
      ])
  }

  @Test func `values that would fill the memory are not repeated`() throws {
    let cells = String(repeating: "<td rowspan=1000 colspan=1000>", count: 50)
    let long = String(repeating: "长", count: 100_000)
    let table =
      "<tr><td rowspan=1000>\(long)<td>乙</tr>"
      + String(repeating: "<tr><td>丙<td>丁</tr>", count: 2_000)
      + String(repeating: "<tr>\(cells)甲</tr>", count: 200)
    let lines = try rows(table)
    #expect(lines.reduce(0) { $0 + $1.utf8.count } < 5_000_000)
    #expect(lines.contains { $0.hasSuffix("丙\t丁") })
  }
}

struct HostilePageTests {
  @Test func `deep and wide pages take no more than linear time`() throws {
    let deep = (1...5_000).map { "<div class=share><p>第\($0)段文字，逐校逐户排查。" }.joined()
    let hidden = String(
      repeating: "<div style=display:none>\(String(repeating: "隐藏的文字。", count: 20))</div>",
      count: 5_000)
    let labels = String(repeating: "<b>相关新闻</b><br>", count: 5_000)
    let attachments = String(repeating: "<p><a href=1.doc>附件1</a></p>", count: 5_000)
    let title =
      "<title>" + String(repeating: "清溪县-教育局_工作 ", count: 5_000) + "</title>"
      + String(repeating: "<h1>清溪县教育局工作一</h1>", count: 5_000)
    let clock = ContinuousClock()
    for page in [
      title,
      deep, hidden + "<p>" + labels, "<div>学校工作扎实推进。</div>" + attachments, labels + deep,
    ] {
      let duration = try clock.measure {
        _ = try #require(HTMLReader.document(of: "<html>" + page))
      }
      #expect(duration < .seconds(20))
    }
  }
}
