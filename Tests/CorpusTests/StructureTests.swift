import Testing

@testable import Corpus

struct HeadingMarkerTests {
  @Test(
    arguments: [
      ("第二章 总则", .chapter, 2, 3), ("第十二节　管理", .section, 12, 4), ("一、工作", .chinese, 1, 2),
      ("二十三、工作", .chinese, 23, 4), ("（十二）抓管理", .chineseInBrackets, 12, 4),
      ("(三)、抓管理", .chineseInBrackets, 3, 4), ("3．加强", .arabic, 3, 2), ("１０、加强", .arabic, 10, 3),
      ("(4)加强", .arabicInBrackets, 4, 3), ("⑤加强", .circled, 5, 1),
    ] as [(String, HeadingMarker.Form, Int, Int)])
  func `a marker is read`(line: String, form: HeadingMarker.Form, ordinal: Int, length: Int) throws
  {
    let marker = try #require(HeadingMarker(startOf: line))
    #expect(marker.form == form && marker.ordinal == ordinal && marker.characterCount == length)
  }

  @Test(arguments: [
    "", "工作", "3.5万人", "１．５万人", "2011年工作总结", "一是抓管理", "第三条 本法", "(试行)", "一", "3", "1,200人", "第一，要抓",
    "2011、2012两年",
  ])
  func `other beginnings are not markers`(line: String) {
    #expect(HeadingMarker(startOf: line) == nil)
  }
}

struct TitleYearTests {
  @Test(
    arguments: [
      ("青溪县教育局2011年工作总结", 2011), ("２０１２年度教育工作要点", 2012), ("二〇一一年工作总结", 2011),
      ("二○一一年工作总结", 2011), ("二O一一年工作总结", 2011), ("2011政府工作报告", 2011),
      ("2021年工作总结及2022年工作思路", 2021), ("关于一九五八年度国民经济计划的报告", 1958), ("2012学年工作计划", 2012),
      ("20xx年工作总结", nil), ("xxxx年工作总结", nil), ("工作总结", nil), ("2011-2013年规划", nil),
      ("(2011—2020年)规划", nil), ("2011年至2015年规划", nil), ("三年行动计划", nil), ("12019人", nil),
      ("青教发〔2012〕48号", nil), ("", nil),
      ("2000名教师大走访活动总结", nil), ("2012届毕业班教学工作总结", nil), ("2011、2012年教育工作总结", nil),
      ("某县教育局工作总结—2019年", 2019), ("某县教育局-2019年工作总结", 2019), ("2019年—某县教育局工作总结", 2019),
      ("某县教育局工作总结（2019）", 2019), ("某县教育局工作总结2019", 2019), ("2011和2012两年总结", nil),
      ("民國100年教育施政計畫", 2011), ("一〇二學年度工作總結", 2013), ("102學年度", 2013), ("民國99至101年計畫", nil),
      ("中华人民共和国2011年统计公报", 2011), ("1102學年度", nil), ("102年工作", nil),
    ] as [(String, Int?)])
  func `the year of a title is read`(title: String, year: Int?) {
    #expect(TitleYear.year(ofTitle: title).year == year)
    #expect(TitleYear.year(ofTitle: title).basis == (year == nil ? .unknown : .title))
  }
}

struct TitleLineTests {
  @Test(arguments: [
    ("2011年青溪县教育局工作总结", "青溪县教育局工作总结"), ("青溪县教育局2011年度工作总结。", "青溪县教育局工作总结"),
    ("20xx年教育局工作计划范文", "教育局工作计划"), ("2024年教育局工作计划(5篇)", "教育局工作计划"),
    ("2024年教育局工作计划（精选三篇）", "教育局工作计划"), ("青溪县教育局工作汇报(全文)", "青溪县教育局工作汇报"),
  ])
  func `the key of a title omits the year and the words of the page`(line: String, key: String) {
    #expect(TitleLine(line)?.key == key)
  }

  @Test(arguments: [
    "一、工作总结", "我们认真做好了工作,写出了总结", "工作", "附件：工作方案", "和2012年工作计划", "认真总结经验。",
    "这一年里全县教育系统的同志们在县委县政府的领导下辛勤劳动取得了丰硕的成果因此必须认真写好一份工作总结",
  ])
  func `other lines are not titles`(line: String) { #expect(TitleLine(line) == nil) }

  @Test func `titles that announce several reports or name an issuer are recognized`() {
    #expect(TitleLine("2024年教育局工作计划(5篇)")?.announcesSeveral == true)
    #expect(
      TitleLine("工作小结大全5篇")?.announcesSeveral == true || TitleLine("工作小结5篇")!.announcesSeveral)
    #expect(TitleLine("2024年教育局工作计划")?.namesIssuer == true)
    #expect(TitleLine("2012年工作要点")?.namesIssuer == false)
    #expect(TitleLine("关于校车安全的通知")?.isReport == false)
  }
}

struct ChromeTests {
  @Test(
    arguments: [
      ("• 当前位置:某某范文网 > 工作总结", .navigation), ("您的当前位置：首页 > 计划", .navigation),
      ("下一篇：工作计划", .navigation),
      ("搜索", .interface), ("发布时间: 2019.08.12", .publication), ("来源:某某网", .publication),
      ("版权声明:本文由网友上传", .copyright), ("转载请保留,谢谢!", .copyright),
      ("链接地址:http://www.example.com/1", .address),
      ("https://www.example.com/1.html", .address), ("教育局工作总结》由:某某网整理", .address),
      ("教育局工作总结 本文地址:", .address), ("下面是小编为大家整理的工作总结,供大家参考。", .editorial),
      ("推荐访问:总结 计划", .related), ("\"教育局工作总结\"延伸阅读", .related), ("最近更新", .related),
      ("因篇幅问题不能全部显示,请点此查看更多更全内容", .truncation), ("Fw99.com更多 精选总结阅读", .advertisement),
      ("某某学习网", .siteName),
    ] as [(String, ChromeReason)])
  func `a boilerplate line is recognized`(line: String, reason: ChromeReason) {
    #expect(PageChrome.reason(for: line, isBeforeText: true) == reason)
  }

  @Test(arguments: [
    "当前位置不动,继续抓好控辍保学", "搜索引擎的使用是信息技术课的内容", "版权所有者享有下列权利", "来源:省级资金", "时间:2012年9月",
    "我校加强校园网", "下一篇章已经开启", "教师在www.example.com更新资源,供全县学校使用,效果很好,得到了各学校和广大教师的一致好评",
    "相关推荐工作由教研室负责", "首页设计比赛", "技术支持：由县电教馆负责控辍保学信息系统的维护。", "推荐阅读：各校向学生推荐控辍保学读本。",
    "帮助学生从小编织梦想，控辍保学成效明显。",
  ])
  func `a line of the text is not boilerplate`(line: String) {
    #expect(PageChrome.reason(for: line, isBeforeText: false) == nil)
  }

  @Test(
    arguments: [
      ("发布时间: 2019.08.12", "2019-08-12"), ("发布日期：２０１２年３月５日", "2012-03-05"),
      ("更新时间:2012-3-5 10:20", "2012-03-05"),
      ("发布时间: 2019.13.12", nil), ("发布时间: 昨天", nil), ("发布时间: 2019", nil),
    ] as [(String, String?)])
  func `the publication date is read`(line: String, date: String?) {
    #expect(PublicationLine.date(in: line)?.iso8601 == date)
  }
}

struct ReportSplitterTests {
  private func split(_ lines: [String]) -> [[String]] {
    let source = lines.enumerated().map { SourceLine(number: $0 + 1, text: $1) }
    return ReportSplitter.split(SourceDocument(lines: source), untitled: "文件").reports.map {
      report in
      [report.title] + report.paragraphs.map { "\($0.kind):\($0.text)" }
    }
  }

  @Test func `a repeated title starts no new report`() {
    #expect(
      split(["某局2021年工作总结", "前言。", "某局2021年工作总结", "一、工作", "正文。"])
        == [["某局2021年工作总结", "title:某局2021年工作总结", "body:前言。", "heading:一、工作", "body:正文。"]])
  }

  @Test func `a repeated title starts a new report if the numbering restarts`() {
    #expect(
      split(["某局工作计划", "一、甲", "正文。", "二、乙", "正文。", "某局工作计划", "一、丙", "正文。"]).map(\.count) == [6, 4])
  }

  @Test func `a title that returns with its year is a heading of the report`() {
    let reports = split(["某局工作小结", "前文。", "2011年某局工作小结", "一、甲县", "正文。", "某局教改总结", "正文。"])
    #expect(reports.count == 2)
    #expect(reports[0][0] == "2011年某局工作小结")
    #expect(reports[0][3] == "heading:2011年某局工作小结")
    #expect(reports[1] == ["某局教改总结", "title:某局教改总结", "body:正文。"])
  }

  @Test func `the reports of two years are two reports`() {
    let reports = split([
      "某县教育局2011年工作总结", "一、成绩", "控辍保学好。", "某县教育局2012年工作总结", "一、成绩", "也好。",
    ])
    #expect(reports.map(\.first) == ["某县教育局2011年工作总结", "某县教育局2012年工作总结"])
  }

  @Test func `numbered parts are reports`() {
    let reports = split([
      "第一篇：某县教育局2011年工作总结", "正文。", "第二篇：乙县教育局2015年工作总结", "正文。", "篇3:和田地区教育局工作计划", "正文。",
    ])
    #expect(reports.count == 3)
  }

  @Test func `a title that begins like a conjunction must name an office and a year`() {
    #expect(split(["甲县教育局2014年工作总结", "正文。", "和田地区教育局2015年工作总结", "正文。"]).count == 2)
    #expect(split(["甲县教育局2014年工作总结", "和2015年工作计划", "正文。"]).count == 1)
  }

  @Test func `a subheading that ends like a title does not split a report`() {
    #expect(split(["某县教育局2011年工作总结", "正文。", "全县学校实施教师素质提升计划", "正文。"]).count == 1)
  }

  @Test func `a title with a year is not lost below another`() {
    let report = split(["2012年全县教育工作报告", "在全县教育工作会议上的讲话", "正文。"])[0]
    #expect(report[0] == "2012年全县教育工作报告")
    #expect(report[2] == "body:在全县教育工作会议上的讲话")
    #expect(split(["某县教育局2011年工作总结", "某县教育局工作总结", "正文。"])[0][0] == "某县教育局2011年工作总结")
  }

  @Test func `an untitled first line gives no year`() {
    let source = [
      SourceLine(number: 1, text: "今天是2015年1月1日 星期四"), SourceLine(number: 2, text: "正文。"),
    ]
    let reports = ReportSplitter.split(SourceDocument(lines: source), untitled: "文件").reports
    #expect(!reports[0].head.isTitled && reports[0].title == source[0].text)
    #expect(report(source.map(\.text)).year == .unknown)
  }

  @Test func `a line without a number opens a part if it says what the part is for`() {
    let body = String(repeating: "全县新建改建农村学校，改善办学条件，", count: 3)
    func headings(_ lines: [String]) -> [String] {
      report(["某县教育局2011年工作总结"] + lines).paragraphs.filter { $0.kind == .heading }.map(\.text)
    }
    let parts = ["过去五年的回顾", body, "今后五年建设的目标、方针和任务", "一、扩大规模", body, "关于外交工作", body]
    #expect(headings(parts) == ["过去五年的回顾", "今后五年建设的目标、方针和任务", "一、扩大规模", "关于外交工作"])
    let nested = report(["某县教育局2011年工作总结"] + parts).paragraphs
    #expect(nested[5].heading == 4 && nested[4].heading == 3 && nested[7].heading == 6)
    #expect(headings(["今后五年的任务", "短。", "今后五年，我们要努力", body, "存在的问题：", body]) == [])
    #expect(headings(["学校布局", body, "主要工作回顾（2011年）", body, body, "一年来的工作回顾"]) == [])
  }

  @Test func `a level 1 heading is the title unless a better one follows`() {
    func split(_ lines: [(String, Int?)]) -> [Report] {
      let source = lines.enumerated().map { number, line in
        SourceLine(
          number: number + 1, text: line.0, role: line.1.map { .heading(level: $0) } ?? .text)
      }
      return ReportSplitter.split(SourceDocument(lines: source), untitled: "文件").reports
    }
    #expect(split([("某条例", 1), ("正文。", nil)])[0].title == "某条例")
    let site = split([("某县人民政府门户网站", 1), ("某县教育局2011年工作总结", 2), ("正文。", nil)])
    #expect(site[0].title == "某县教育局2011年工作总结" && site[0].head.isTitled)
    let two = split([
      ("某县教育局2011年工作总结", 1), ("正文。", nil), ("某县教育局2015年工作总结", 1), ("正文。", nil),
    ])
    #expect(two.map(\.title) == ["某县教育局2011年工作总结", "某县教育局2015年工作总结"])
  }

  @Test(.timeLimit(.minutes(3))) func `a file of announcements only is read in time`() {
    #expect(split(Array(repeating: "工作计划(5篇)", count: 20_000)).count == 1)
  }

  @Test func `the title of a page gives way to the title of its report`() {
    #expect(
      split(["教育局个人小结", "某县教育局工作小结", "正文。"]) == [["某县教育局工作小结", "title:某县教育局工作小结", "body:正文。"]])
  }

  @Test func `the head of a document is kept above its title`() {
    #expect(
      split(["青教发〔2016〕3号", "关于印发《2016年工作要点》的通知", "各学校：", "正文。"])[0]
        == [
          "关于印发《2016年工作要点》的通知", "body:青教发〔2016〕3号", "title:关于印发《2016年工作要点》的通知", "body:各学校：",
          "body:正文。",
        ])
  }

  @Test func `a sentence that ends like a title does not split a report`() {
    #expect(split(["某局2011年工作总结", "正文。", "各校向教育局报送了工作总结。", "教育局印发了工作方案", "正文。"]).count == 1)
  }

  @Test func `a report without a title has its first short line, or the file's name`() {
    #expect(split(["在全县教师节大会上的致辞稿", "各位老师：", "正文。"])[0][0] == "在全县教师节大会上的致辞稿")
    #expect(split(["今年以来，全县教育系统做了许多工作。", "正文。"])[0][0] == "文件")
  }

  @Test func `headings are distinguished from list items`() {
    let paragraphs = split([
      "某局工作总结", "一、抓管理", "（一）强化领导", "成立了小组。", "（二）召开了动员大会。", "（三）开展了检查。", "二、下步打算", "1.规范招生",
      "免试入学。", "2、加强督查;", "3.今年新增学位4170个，其中小学1120个，初中950个，并通过学校改扩建等办法挖掘潜力。",
    ])[0].dropFirst(2)
    #expect(
      paragraphs.map { $0.hasPrefix("heading") } == [
        true, true, false, false, false, true, true, false, false, false,
      ])
  }
}

struct SignatureTests {
  @Test(
    arguments: [
      (["正文。", "某县教育局", "2011年12月26日"], 1), (["正文。", "二〇一一年十二月二十六日"], 1),
      (["正文。", "县教育局", "县体育局", "2011.12.26"], 1), (["正文甲乙", "局甲乙", "局丙丁", "局戊己", "2011年12月"], 2),
      (["标题", "2011年12月26日"], 1), (["正文。", "一、甲", "2011年12月26日"], 2), (["正文。", "某县教育局"], nil),
      (["2011年12月26日，召开大会"], nil), ([], nil), (["12019"], nil), (["正文。", "1.2.34"], nil),
    ] as [([String], Int?)])
  func `a signature is recognized by its date`(lines: [String], start: Int?) {
    #expect(Signature.start(in: lines) == start)
  }
}
