import Testing

@testable import Corpus

struct DocumentTypeTests {
  @Test(
    arguments: [
      ("青溪县教育局2011年工作总结", .summary), ("某校安全工作小结", .summary), ("关于2021年工作总结的报告", .summary),
      ("2011年工作回顾", .summary), ("青溪县教育局工作总结范文", .summary), ("教育局工作总结（二）", .summary),
      ("2012年教育工作要点", .plan), ("2024年教育局工作计划(5篇)", .plan), ("教育局工作思路", .plan), ("2013年工作打算", .plan),
      ("2015年工作安排", .plan),
      ("2021年工作总结及2022年工作思路", .summaryAndPlan), ("2011年工作情况和2012年工作打算", .summaryAndPlan),
      ("关于2021年工作总结及工作思路的报告", .summaryAndPlan), ("上半年工作总结和下半年工作计划", .summaryAndPlan),
      ("2015年云岭县政府工作报告", .report), ("关于教育均衡发展情况的报告", .report), ("述职报告", .report),
      ("安全工作汇报", .report),
      ("工作计划完成情况的报告", .report), ("关于加强校车管理的意见", .opinion), ("关于印发《2016年工作要点》的通知", .notice),
      ("关于报送2011年工作总结的通知", .notice), ("校园安全专项整治方案", .scheme), ("防汛应急预案", .scheme),
      ("青溪县养犬管理办法（试行）", .measures), ("教育事业发展规划", .program), ("学前教育三年行动计划", .program),
      ("教育改革和发展规划纲要（2011—2020年）", .program), ("在全县教育工作会议上的讲话", .speech), ("开学典礼致辞", .speech),
      ("在总结表彰大会上的讲话", .speech), ("2022年国民经济和社会发展统计公报", .bulletin),
      ("某省义务教育条例", .law), ("中华人民共和国某某法", .law), ("某市实施《中华人民共和国某某法》办法", .law), ("某法实施细则", .law),
      ("某市若干规定", .law), ("某市人民代表大会常务委员会关于修改《某条例》的决定", .law), ("关于表彰先进单位的决定", .other),
      ("《2012年工作要点》", .plan), ("关于教学工作的做法", nil), ("教师风采", nil), ("在全县教师节大会上的致辞稿", .speech),
    ] as [(String, DocumentType?)])
  func `a title gives the document type`(title: String, type: DocumentType?) {
    #expect(TitleType.type(ofTitle: title) == type)
  }

  @Test func `headings give the type if the title does not, and a plan in a summary`() {
    #expect(
      report(["某局2011年工作总结", "一、工作成效", "正文。", "二、下一步打算", "正文。"]).documentType == .summaryAndPlan)
    #expect(report(["某局2011年工作总结", "一、工作成效", "正文。", "二、加强管理", "正文。"]).documentType == .summary)
    #expect(report(["教育这一年", "一、主要工作", "正文。", "二、存在问题", "正文。"]).documentType == .summary)
    #expect(report(["教育这一年", "一、总体要求", "正文。", "二、工作目标", "正文。"]).documentType == .plan)
    #expect(report(["教育这一年", "正文。", "正文。"]).documentType == .other)
    #expect(report(["某镇村规", "第一章 总则", "第一条 正文。"]).documentType == .law)
  }
}

struct VocabularyTests {
  @Test func `all words are found in one pass, the longest first`() {
    let words: Vocabulary = ["工作", "工作计划", "打算"]
    let text = Array("下步工作计划、打算".unicodeScalars)[...]
    #expect(words.places(in: text) == [2..<6, 2..<4, 7..<9])
    #expect(words.occurs(in: text) && !words.begins(text))
    #expect(words.begins(text[2...]) && words.places(in: text[3...]) == [7..<9])
    #expect(!words.occurs(in: text[3..<6]) && !words.begins([]))
  }
}

struct SectionHeadingTests {
  @Test(
    arguments: [
      ("一、主要工作及成效", .review), ("一、2014年工作回顾", .review), ("二、基本情况", .review),
      ("一、2012年主要成绩和经验", .review),
      ("二、存在的问题和不足", .problem), ("二、当前工作的突出问题与困难", .problem), ("六、不足与改进", .problem),
      ("三、主要经验", .experience), ("四、几点体会", .experience), ("三、下一步工作打算", .plan),
      ("二、2015年工作安排", .plan),
      ("三、20XX年主要思路与重大举措", .plan), ("二、今年工作总体要求", .plan), ("二、下半年工作计划", .plan),
      ("一、工作目标完成情况", .review), ("一、工作回顾和今后安排意见", .review), ("三、今后五年的主要任务", .plan),
      ("1.创新工作思路", nil), ("二、实施三年行动计划", nil), ("一、江阳区", nil), ("三、解决突出问题", nil), ("一、加强领导", nil),
      ("三、补齐短板", nil), ("五、重视解决群众关心的突出问题", nil), ("二、大力整治薄弱环节", nil), ("（一）关于工业的生产问题", nil),
    ] as [(String, SectionKind?)])
  func `a heading gives its section kind`(heading: String, kind: SectionKind?) {
    #expect(SectionHeading.kind(of: heading, isHighest: true) == kind)
  }

  @Test(
    arguments: [
      ("（一）主要成绩", .review), ("（二）主要经验", .experience), ("（三）下一步打算", .plan), ("（四）规范工作计划管理", nil),
      ("（二）把成绩作为起点", nil),
    ] as [(String, SectionKind?)])
  func `below the highest level the keyword must open or end the heading`(
    heading: String, kind: SectionKind?
  ) {
    #expect(SectionHeading.kind(of: heading, isHighest: false) == kind)
  }

  @Test func `in a plan only explicit words make a review`() {
    #expect(SectionHeading.kind(of: "一、主要工作", isHighest: true, isInPlan: true) == nil)
    #expect(SectionHeading.kind(of: "一、上年工作回顾", isHighest: true, isInPlan: true) == .review)
  }
}

struct SectionsTests {
  private func sections(_ lines: [String]) -> [SectionKind] {
    report(lines).paragraphs.map(\.section)
  }

  @Test func `the nearest heading with a section kind wins`() {
    #expect(
      sections([
        "某局2011年工作总结", "前言。", "一、主要成绩和经验", "正文。", "（一）主要成绩", "正文。", "（二）主要经验", "正文。",
        "二、存在的问题", "正文。", "三、下步打算", "（一）新建学校", "正文。", "四、加强领导", "正文。", "某县教育局", "2011年12月26日",
      ]) == [
        .review, .review, .review, .review, .review, .review, .experience, .experience, .problem,
        .problem, .plan, .plan, .plan, .plan, .plan, .other, .other,
      ])
  }

  @Test func `after its problems a summary continues`() {
    #expect(
      sections(["某局2011年工作总结", "一、存在的问题", "正文。", "二、德育工作", "正文。"])
        == [.review, .problem, .problem, .review, .review])
  }

  @Test func `sections of a plan are plans unless a heading says otherwise`() {
    #expect(
      sections(["某局2012年工作计划", "一、上年工作回顾", "正文。", "二、主要工作", "正文。"])
        == [.plan, .review, .review, .plan, .plan])
  }

  @Test func `the sections of a government report are recognized by its headings`() {
    #expect(
      sections([
        "2015年云岭县政府工作报告", "各位代表：", "一、2014年工作回顾", "正文。", "二、建设交通", "正文。", "三、加强自身建设", "正文。",
      ]) == [.other, .other, .review, .review, .plan, .plan, .plan, .plan])
  }

  @Test func `sentences open the parts of an unnumbered government report`() {
    #expect(
      sections([
        "2015年云岭县政府工作报告", "各位代表：", "过去一年，全县做了许多工作。", "正文。", "今年政府工作的总体要求是：稳中求进。", "正文。",
      ]) == [.other, .other, .review, .review, .plan, .plan])
  }

  @Test func `sentences below headings open nothing`() {
    #expect(
      sections(["2015年云岭县政府工作报告", "一、治理整顿", "过去一年，形势很好。", "正文。"])
        == [.other, .other, .other, .other])
  }

  @Test func `a document is a government report if a line below its head says so`() {
    let report = report([
      "本报云岭3月17日电", "政府工作报告——2016年3月5日在云岭县第九届人民代表大会上", "各位代表：", "一、2015年工作回顾", "正文。",
      "二、推进改革", "正文。",
    ])
    #expect(report.documentType == .report)
    #expect(report.year.year == 2016 && report.year.basis == .signature)
    #expect(report.paragraphs.map(\.section).suffix(4) == [.review, .review, .plan, .plan])
  }

  @Test func `unnumbered lines can be headings`() {
    #expect(
      sections(["某局2011年工作总结", "主要成绩", "正文。", "存在的问题", "正文。", "下一步打算", "正文。", "我们的成绩很好。"])
        == [.review, .review, .review, .problem, .problem, .plan, .plan, .plan])
  }

  @Test func `a heading with a later year opens a plan`() {
    #expect(
      sections(["某局2012年工作总结", "一、2012年主要工作", "正文。", "二、2013年重点工作", "正文。"])
        == [.review, .review, .review, .plan, .plan])
    #expect(
      sections(["2015年云岭县政府工作报告", "一、2014年", "正文。", "二、2015年", "正文。"])
        == [.other, .review, .review, .plan, .plan])
    #expect(
      sections(["某局2012年工作总结", "一、2013年1月的工作总结", "正文。"]) == [.review, .review, .review])
  }

  @Test func `laws and notices have no reviews or plans`() {
    #expect(sections(["某市义务教育条例", "第一章 总则", "第一条 正文。"]).allSatisfy { $0 == .other })
    #expect(sections(["关于校车安全的通知", "一、总体要求", "正文。"]).allSatisfy { $0 == .other })
    #expect(sections(["关于校车安全的通知", "各学校：", "正文。"]).allSatisfy { $0 == .other })
  }
}
