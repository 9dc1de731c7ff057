import Testing

@testable import Corpus

struct BaseYearTests {
  @Test func `the title takes precedence over the file name`() {
    let year = report(["某局2011年工作总结", "正文。"], file: "某局2012年工作总结").year
    #expect(year == ReportYear(year: 2011, basis: .title, evidence: "某局2011年工作总结"))
  }

  @Test func `the file name takes precedence over the headings`() {
    let year = report(["某局工作总结", "一、2010年主要工作", "正文。"], file: "某局2011年工作总结").year
    #expect(year == ReportYear(year: 2011, basis: .filename, evidence: "某局2011年工作总结"))
  }

  @Test func `a year as file name counts if the text confirms it`() {
    let year = report(["某局工作总结", "2011年，新建学校8所。", "某县教育局", "2013年1月5日"], file: "2011")
    #expect(year.year == ReportYear(year: 2011, basis: .filename, evidence: "2011"))
    #expect(year.yearConflict?.year == 2013)
    let signed = ["某局工作总结", "新建学校8所。", "某县教育局", "2012年1月5日"]
    #expect(report(signed, file: "2011").year.basis == .filename)
    #expect(report(signed, file: "2010").year.basis == .signature)
    #expect(report(["某局工作总结", "投入2011万元。"], file: "2011").year == .unknown)
  }

  @Test func `a first line is a title if it names a kind of document`() {
    #expect(report(["全县2012年度控辍保学工作情况", "正文。"]).year.year == 2012)
    #expect(report(["今天是2015年1月1日 星期四", "正文。"]).year == .unknown)
  }

  @Test func `the name of a file with several reports gives no year`() {
    let report = report(["某局工作总结", "正文。"], file: "某局2011年工作总结", isAlone: false)
    #expect(report.year == .unknown)
  }

  @Test(
    arguments: [
      (["某局工作总结", "一、2012年主要成绩和经验", "正文。"], 2012),
      (["某局工作总结", "一、主要工作", "正文。", "二、2013年工作打算", "正文。"], 2012),
      (["某局工作总结", "一、主要工作", "正文。", "二、2013年下半年工作打算", "正文。"], 2013),
      (["某局工作计划", "一、2012年工作回顾", "正文。", "二、2013年重点任务", "正文。"], 2013),
      (["云岭县政府工作报告", "一、2014年工作回顾", "正文。"], 2015),
      (["云岭县政府工作报告", "一、2014年工作回顾", "正文。", "二、2015年工作安排", "正文。"], 2015),
      (["某局工作总结", "一、2011年主要成绩", "正文。", "二、2012年主要成绩", "正文。"], nil),
      (["某局工作总结", "一、20xx年主要成绩", "正文。"], nil), (["某局工作总结", "一、2008年的那场雨", "正文。"], nil),
    ] as [([String], Int?)])
  func `a heading gives the year`(lines: [String], year: Int?) {
    #expect(report(lines).year.year == year)
    #expect(report(lines).year.basis == (year == nil ? .unknown : .heading))
  }

  @Test(
    arguments: [
      (["某局工作总结", "正文。", "某县教育局", "2012年1月5日"], 2011),
      (["某局工作总结", "正文。", "某县教育局", "2011年12月26日"], 2011),
      (["某局工作总结", "正文。", "某县教育局", "二〇一二年三月"], 2011),
      (["某局工作总结", "正文。", "某县教育局", "2012年4月1日"], 2012),
      (["某局第一季度工作总结", "正文。", "某县教育局", "2012年3月30日"], 2012),
      (["某局工作计划", "正文。", "某县教育局", "2012年1月5日"], 2012),
      (["某局工作总结", "正文。", "青溪县教育局2012年1月5日"], 2011),
      (["某局工作总结", "正文。", "（2011年12月）"], 2011),
      (["关于校车的通知", "正文。", "某县教育局", "2012年1月5日", "附件：名单", "正文。"], 2012),
      (["在全县教育工作会议上的讲话", "（2012年2月20日）", "同志们：", "正文。"], 2012),
      (["政府工作报告", "——2018年1月5日在云岭县第九届人民代表大会上", "县长 田望川", "一、2016年工作回顾", "正文。"], 2018),
      (["某局工作总结", "（2012年1月5日）", "正文。"], 2011),
      (["某市学校条例", "2004年5月27日某市人民代表大会通过", "2019年3月1日修正", "2020年1月1日施行", "第一条 正文。"], 2019),
    ] as [([String], Int?)])
  func `a signature or a date below the title gives the year`(lines: [String], year: Int?) {
    #expect(report(lines).year.year == year)
    #expect(report(lines).year.basis == .signature)
  }

  @Test(
    arguments: [
      (["某局工作总结", "正文。"], "2012-01-05", 2011), (["某局工作总结", "正文。"], "2012-08-05", 2012),
      (["某局工作计划", "正文。"], "2012-01-05", 2012),
    ] as [([String], String, Int)])
  func `the publication date gives the year`(lines: [String], date: String, year: Int) {
    #expect(
      report(lines, date: date).year == ReportYear(year: year, basis: .published, evidence: date))
  }

  @Test func `the majority of the years in the text is a guess`() {
    let year = report([
      "某局工作总结", "2011年，新建学校8所。", "2011年9月，新学校开学，比2010年增加3所。", "2009年建成的学校扩建。", "到2020年全部达标。",
    ]).year
    #expect(year == ReportYear(year: 2011, basis: .textMajority, evidence: "2011年"))
    #expect(report(["某局工作总结", "2011年，新建学校8所。", "2010年，新建3所。"]).year == .unknown)
    #expect(report(["某市学校条例", "本条例自2011年施行，2011年修订，2011年公布。"]).year == .unknown)
  }

  @Test func `a supplied title gives the year and the document type`() {
    var told = ReportMetadata()
    told.title = "某县教育局2013年工作要点"
    let report = report(
      ["某县教育局工作总结", "一、主要工作", "新建学校8所。"], date: "2019-08-12", told: told)
    #expect(report.year == ReportYear(year: 2013, basis: .title, evidence: "某县教育局2013年工作要点"))
    #expect(report.documentType == .plan && report.paragraphs.last?.section == .plan)
  }

  @Test func `supplied metadata takes precedence over the text`() {
    var told = ReportMetadata()
    told.year = 2013
    told.issuer = "某县教体局"
    let report = report(["某县教育局2011年工作总结", "2015年，新建学校8所。"], told: told)
    #expect(report.year.year == 2013 && report.year.basis == .metadata)
    #expect(report.yearConflict == nil)
    #expect(report.issuer == Issuer(name: "某县教体局", basis: .metadata))
  }

  @Test func `a manual correction overrides supplied metadata and derived attributes`() {
    var told = ReportMetadata()
    told.year = 2013
    var corrected = ReportMetadata()
    (corrected.year, corrected.documentType, corrected.region) = (2014, .plan, "合江县")
    corrected.issuer = "合江县教育局"
    let report = report(
      ["某县教育局2011年工作总结", "今年新建学校8所。"], told: told, corrected: corrected)
    #expect(report.year == ReportYear(year: 2014, basis: .manual, evidence: "2014"))
    #expect(report.documentType == .plan && report.region.code == "510522")
    #expect(report.region.basis == .manual && report.issuer?.basis == .manual)
    #expect(
      report.paragraphs[1].section == .plan && report.paragraphs[1].years[0].years.from == 2014)
  }
}
