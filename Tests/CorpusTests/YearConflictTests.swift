import Testing

@testable import Corpus

struct ExplicitYearsTests {
  private func evidence(_ text: String, _ section: SectionKind = .review) -> [DatedEvidence] {
    let paragraph = Paragraph(text: text, kind: .body, heading: nil, lineNumber: 1)
    return ExplicitYears.evidence(in: [paragraph]) { _ in section == .plan }
  }

  @Test(
    arguments: [
      ("2011年，全县新建学校8所。", .fact), ("二〇一一年，全县新建学校。", .fact), ("截至2011年底，完成了。", .fact),
      ("截止到2011年底，完成了。", .fact),
      ("２０１１年９月开学。", .fact), ("2011年前三季度，完成了。", .fact), ("2011年度考核获奖。", .fact),
      ("2011年要新建学校3所，我们要努力。", .plan), ("2011年将新建学校。", .plan), ("为2011年奠定基础。", .plan),
      ("到2011年，全部达标。", .target), ("力争2011年达标。", .target), ("2011年前达标。", .target),
      ("2011年底前达标。", .target),
      ("2011年以前达标。", .target), ("预计2011年达标。", .target), ("2008至2011年新建学校。", .target),
      ("比2011年增长5%。", .background), ("自2011年以来，增长了。", .background), ("2011年以来，增长了。", .background),
      ("从2011年起实行。", .background), ("《某某规划（2011年修订）》印发。", .background),
      ("（2011年数据）新建学校。", .background),
      ("〔2011年〕文件。", .background), ("2011年-2013年新建学校。", .background), ("2011年版课本。", .background),
      ("同2011年一样。", .background),
    ] as [(String, DatedEvidence.Role)])
  func `the role of a year in its text is recognized`(text: String, role: DatedEvidence.Role) {
    #expect(evidence(text).first?.role == role)
    #expect(evidence(text).first?.year == 2011)
  }

  @Test(arguments: [
    "2011级学生", "2012届毕业生", "2011-2012学年", "21年全市领先", "投入2011万元", "12011年", "20xx年", "三年行动计划",
    "国发〔2012〕48号", "去年",
  ])
  func `other numbers are not years`(text: String) { #expect(evidence(text).isEmpty) }

  @Test func `evidence has its month, its wording and its paragraph`() {
    #expect(
      evidence("会上，2011年十二月开学,来了。")
        == [
          DatedEvidence(
            year: 2011, month: 12, role: .fact, isDone: true, isHeading: false,
            words: "2011年十二月开学", paragraph: 0)
        ])
    #expect(evidence("2011年9月")[0].month == 9 && evidence("2011年十月")[0].month == 10)
    #expect(evidence("2011年，新建。", .plan)[0].role == .plan)
  }
}

struct YearConflictTests {
  @Test(
    arguments: [
      // An older report that was copied under a new title.
      (["某局2015年工作总结", "2011年，新建学校8所。", "正文。", "2011年9月，开学。"], 2011),
      (["某局2015年工作总结", "2010年，新建学校8所。", "2011年9月，开学，力争2015年达标。"], 2011),
      (["某局2015年工作计划", "2011年，新建学校8所。", "2012年，开学。"], 2012),
      (["2015年某县政府工作报告", "一、2010年工作回顾", "正文。", "二、2011年主要任务", "正文。"], 2011),
      (["某局2015年工作总结", "正文。", "某县教育局", "2011年12月20日"], 2011),
      // Something was completed after the year of the title.
      (["某局2011年工作总结", "2011年，新建学校8所。", "2013年，又新建了3所。"], 2013),
      (["某局2011年工作总结", "2012年9月，新学校已开学。"], 2012),
      (["某局2011年工作总结", "一、2013年工作回顾", "正文。"], 2013),
      (["某局2011年工作总结", "正文。", "某县教育局", "2014年1月20日"], 2014),
      // No contradiction.
      (["某局2011年工作总结", "正文。", "某县教育局", "2012年6月20日"], nil),
      (["某局2011年工作总结", "2011年，新建学校8所。"], nil),
      (["某局2015年工作总结", "2014年，新建学校8所。", "2014年9月，开学。"], nil),
      (["某局2011年工作总结", "2012年1月，召开了总结会。"], nil), (["某局2011年工作总结", "2012年要新建学校，到2020年达标。"], nil),
      (["某局2011年工作总结", "一、成绩", "正文。", "二、下步打算", "2012年，新建学校。"], nil),
      (["某局2015年工作总结", "2011年，建成学校。", "正文。"], nil),
      (["某局2015年工作总结", "2011年，建校。", "2011年，扩建。", "比2014年增长。"], nil),
      (["某局2011年工作总结", "2015年，全县学校达到标准，基本消除大班额。"], nil),
      (["某局2011年工作总结", "我国赢得了2018年世界杯举办权。"], nil),
      (["2011年某县政府工作报告", "各位代表：", "2013年建成了的学校。"], nil),
      (["某局2011年工作总结", "某某门户网站 www.example.com 2019年8月12日 已读"], nil),
      (["某局2011年工作计划", "2013年，完成了新建。"], nil), (["某局工作总结", "2011年，新建。", "2011年，扩建。"], nil),
      (["某省发展规划（2015年）", "2011年，新建。", "2011年，扩建。"], nil),
    ] as [([String], Int?)])
  func `the text may contradict the title`(lines: [String], year: Int?) {
    #expect(report(lines).yearConflict?.year == year)
  }

  @Test func `a conflict shows its evidence, and the title's year stays`() {
    let report = report(["某局2015年工作总结", "2011年，新建学校8所。", "正文。", "2011年9月，开学。"])
    #expect(report.year.year == 2015)
    #expect(report.yearConflict == YearConflict(year: 2011, evidence: "2011年", paragraph: 1))
  }
}
