import Foundation
import TestSupport
import Testing

@testable import Corpus

/// Reads a text as a source, and returns the regions of its first report and of its paragraphs.
private func regions(
  _ lines: [String], told: ReportMetadata = ReportMetadata(), named name: String = "文件.txt"
) throws -> (report: Region, paragraphs: [(text: String, region: Region?)]) {
  let source = try Array(lines.joined(separator: "\n").utf8).withUnsafeBytes { bytes in
    try SourceReader().read(bytes, path: name)
  }
  let report = try #require(source.telling([1: told]).reports.first)
  return (report.region, report.paragraphs.map { ($0.text, $0.region) })
}

/// Returns the code or the name of a region, its basis, and the codes of its candidates.
private func line(_ region: Region) -> String {
  ([region.code ?? region.name ?? "-", region.basis.rawValue] + region.candidates.map(\.code))
    .joined(separator: " ")
}

struct ReportRegionTests {
  private let text = ["一年来，我们狠抓控辍保学，取得了明显成效。", "一、主要成绩", "新建校舍两千平方米。"]

  @Test(arguments: [
    ("江阳区教育局2011年工作总结", "510502 title"), ("四川省泸州市江阳区教育局工作总结", "510502 title"),
    ("泸县教育局工作总结", "510521 title"),
    ("江阳教育局2011年工作总结", "510502 title"), ("凉山州教育局工作总结", "513400 title"),
    ("四川省教育厅2011年工作总结", "510000 title"),
    ("鼓楼区教育局工作总结", "鼓楼区 ambiguous 320106 320302 350102 410204"), ("南京市鼓楼区教育局工作总结", "320106 title"),
    ("承德教育局工作总结", "承德 ambiguous 130800 130821"), ("承德县教育局工作总结", "130821 title"),
    ("江阳区、纳溪区教育局工作总结", "江阳区、纳溪区 ambiguous 510502 510503"), ("XXX县区教育局工作总结", "XXX县区 anonymised"),
    ("**区教育局工作总结", "**区 anonymised"), ("四川省XX县教育局工作总结", "XX县 anonymised 510000"),
    ("某县教育局工作总结", "某县 anonymised"),
    ("教育局工作总结", "- unknown"), ("云岭县教育局工作总结", "- unknown"), ("国务院关于教育工作的报告", "- unknown"),
  ])
  func `the title gives the region`(title: String, wanted: String) throws {
    #expect(line(try regions([title] + text).report) == wanted)
  }

  @Test func `the basis is the first clue that names a division`() throws {
    var told = ReportMetadata()
    let signed = ["合江县教育局", "2011年12月26日"]
    #expect(line(try regions(["教育局工作总结"] + text + signed).report) == "510522 signature")
    #expect(line(try regions(["教育局工作总结", "合江县教育局"] + text).report) == "510522 signature")
    #expect(line(try regions(["泸县教育局工作总结"] + text + signed).report) == "510521 title")
    #expect(
      line(try regions(["教育局工作总结"] + text, named: "泸州市叙永县2011.txt").report) == "510524 source")
    #expect(line(try regions(["XX县教育局工作总结"] + text + signed).report) == "510522 signature")
    told.issuer = "古蔺县教育局"
    #expect(line(try regions(["教育局工作总结"] + text, told: told).report) == "510525 issuer")
    told.region = "泸州市纳溪区"
    #expect(line(try regions(["泸县教育局工作总结"] + text, told: told).report) == "510503 metadata")
  }

  @Test(arguments: [
    ("江阳区", "510502 metadata"), ("江阳", "510502 metadata"), ("四川泸州江阳", "510502 metadata"),
    ("510502", "510502 metadata"),
    ("云岭县", "云岭县 metadata"), ("鼓楼区", "鼓楼区 metadata 320106 320302 350102 410204"),
    ("XX县", "XX县 metadata"),
  ])
  func `a supplied region is resolved if exactly one division has the name`(
    told: String, wanted: String
  ) throws {
    var metadata = ReportMetadata()
    metadata.region = told
    #expect(line(try regions(["教育局工作总结"] + text, told: metadata).report) == wanted)
  }

  @Test func `another clue decides between divisions with the same name`() throws {
    let title = "鼓楼区教育局工作总结"
    #expect(
      line(try regions([title] + text + ["南京市鼓楼区教育局", "2011年12月26日"]).report) == "320106 title")
    #expect(line(try regions([title] + text, named: "福州市\(title).txt").report) == "350102 title")
    #expect(line(try regions([title, "开封市教育局给予了指导。"] + text).report) == "410204 title")
    #expect(
      line(try regions([title] + text, named: "江苏省\(title).txt").report)
        == "鼓楼区 ambiguous 320106 320302")
    var told = ReportMetadata()
    told.region = "鼓楼区"
    #expect(
      line(try regions(["徐州市教育局工作总结"] + text, told: told).report) == "320302 metadata")
  }

  @Test func `the evidence is the original wording`() throws {
    #expect(try regions(["瀘州市江陽區教育局工作總結"] + text).report.evidence == "瀘州市江陽區")
    #expect(try regions(["瀘州市江陽區教育局工作總結"] + text).report.name == "江阳区")
    #expect(try regions(["XX县教育局工作总结"] + text).report.evidence == "XX县")
    #expect(try regions(["江阳教育局工作总结"] + text).report.division == Divisions.shared["510502"])
  }

  @Test(arguments: [
    (["江阳区的学校好。江阳区的老师好。江阳区的学生好。泸州市来检查。"], "510502 body"),
    (["泸州市的学校好。泸州市的老师好。江阳区、纳溪区、合江县都好。"], "510500 body"),
    (["四川省泸州市江阳区一校、四川省泸州市江阳区二校、四川省泸州市江阳区三校。"], "510502 body"),
    (["全国都好，我国进步，国务院要求，全国努力。江阳区、江阳区、江阳区。"], "- unknown"),
    (["江阳区的学校好。江阳区的老师好。"], "- unknown"), (["江阳区、成都市、北京市、上海市、昆山市。"], "- unknown"),
    (["我校在**区评比中获奖。**区教育局来校。"], "**区 anonymised"), (["在XX县领导下，XX县教育局、xx县教师努力。"], "XX县 anonymised"),
    (["瀘縣的學校好，瀘縣的老師好，瀘縣的學生好。"], "510521 body"), (["福州市好。鼓楼区好，鼓楼区好，鼓楼区好，鼓楼区好。"], "350102 body"),
    (["市和县好，市和县好，市和县好。"], "- unknown"),
  ])
  func `names in the text give the region if nothing else does`(
    body: [String], wanted: String
  ) throws {
    #expect(line(try regions(["教育局工作总结", "这是一份总结。"] + body).report) == wanted)
  }

  @Test func `a stem at the start of the title counts if the text confirms it`() throws {
    #expect(line(try regions(["绍兴古城保护条例", "绍兴市越城区的古城受到保护。绍兴市负责。"]).report) == "330600 title")
    #expect(line(try regions(["朝阳产业发展规划", "发展朝阳产业。"]).report) == "- unknown")
  }
}

struct SectionRegionTests {
  /// Returns the names or anonymised names of the paragraphs' regions, `-` for that of the report.
  private func sections(_ lines: [String]) throws -> String {
    try regions(lines).paragraphs.dropFirst().map { $0.region?.name ?? "-" }
      .joined(separator: " ")
  }

  @Test(
    arguments: [
      (
        ["泸州市教育局工作小结", "一、江阳区", "办好学校。", "二、龙马潭区", "1.办园", "办好幼儿园。", "三、下一步打算", "再接再厉。"],
        "江阳区 江阳区 龙马潭区 龙马潭区 龙马潭区 - -"
      ),
      (["XX县区教育局工作小结", "一、江阳区", "办好学校。", "二、泸县", "办好幼儿园。"], "江阳区 江阳区 泸县 泸县"),
      (["教育局工作小结", "一、江阳区", "办好学校。", "二、昆山市", "办好幼儿园。"], "- - - -"),
      (["教育局工作小结", "一、江阳区", "办好学校。", "二、存在问题", "校舍不足。"], "- - - -"),
      (["泸州市教育局工作小结", "一、江阳区", "办好学校。", "二、存在问题", "校舍不足。"], "江阳区 江阳区 - -"),
      (["教育局工作小结", "各区情况如下。", "江阳区", "办好学校。", "纳溪区", "办好幼儿园。"], "- 江阳区 江阳区 纳溪区 纳溪区"),
      (["教育局工作小结", "各区情况如下。", "江阳区", "办好学校。", "就是这些。"], "- - - -"),
      (["教育局工作小结", "参加的有：", "江阳区", "纳溪区", "泸县", "大家都很努力。"], "- - - - -"),
      (
        ["泸州市教育局工作小结", "（一）江阳区教育局", "办好学校。", "（二）纳溪区教育局", "办好幼儿园。"],
        "江阳区 江阳区 纳溪区 纳溪区"
      ),
      (["四川省教育厅工作小结", "一、泸州市", "办好学校。", "二、成都市", "办好幼儿园。"], "泸州市 泸州市 成都市 成都市"),
      (["江苏省教育厅工作小结", "一、泸州市", "办好学校。", "二、成都市", "办好幼儿园。"], "- - - -"),
      (["教育局工作小结", "一、江阳", "办好学校。", "二、纳溪", "办好幼儿园。"], "江阳区 江阳区 纳溪区 纳溪区"),
      (["教育局工作小结", "一、鼓楼区", "办好学校。", "二、仓山区", "办好幼儿园。"], "鼓楼区 鼓楼区 仓山区 仓山区"),
      (["XX市教育局工作小结", "一、XX区", "办好学校。", "二、**县", "办好幼儿园。"], "XX区 XX区 **县 **县"),
      (
        ["泸州市教育局工作小结", "一、江阳区", "一、基本情况", "办好学校。", "二、主要问题", "校舍不足。", "二、纳溪区", "办好幼儿园。"],
        "江阳区 江阳区 江阳区 江阳区 江阳区 纳溪区 纳溪区"
      ),
      (
        ["泸州市教育局工作小结", "二、江阳区", "一、基本情况", "办好学校。", "二、主要问题", "校舍不足。", "三、纳溪区", "办好幼儿园。"],
        "江阳区 江阳区 江阳区 江阳区 江阳区 纳溪区 纳溪区"
      ),
      (
        ["泸州市教育局工作小结", "一、各区情况", "江阳区", "办好学校。", "纳溪区", "办好幼儿园。", "二、下一步打算", "再接再厉。"],
        "- 江阳区 江阳区 纳溪区 纳溪区 - -"
      ),
      (["江阳区教育局工作小结", "一、江阳区", "办好学校。"], "- -"),
    ] as [([String], String)])
  func `a heading that names a place begins its section`(lines: [String], wanted: String) throws {
    #expect(try sections(lines) == wanted)
  }

  @Test func `a section has its code, basis and evidence`() throws {
    let found = try regions(["泸州市教育局工作小结", "一、泸州市江阳区", "办好学校。", "二、纳溪区", "办好幼儿园。"])
    #expect(line(found.report) == "510500 title")
    let region = try #require(found.paragraphs[2].region)
    #expect(line(region) == "510502 heading" && region.evidence == "泸州市江阳区")
  }

  @Test(
    arguments: [
      ("古蔺县教育局组织了视导。", "古蔺县", "古蔺县教育局"), ("2011年古蔺县教育局组织了视导。", "古蔺县", "古蔺县教育局"),
      ("县教育局制定了《古蔺县幼儿园管理办法》。", "古蔺县", "古蔺县"), ("下发了《评价意见》、《古蔺县考试方案》。", "古蔺县", "古蔺县"),
      ("一年来，古蔺教育局抓得紧。", "古蔺县", "古蔺教育局"), ("龙马潭区教育局组织了视导。", nil, nil), ("古蔺县教育局来我区考察。", nil, nil),
      ("我区与古蔺县教育局结对。", nil, nil), ("学习了《古蔺县幼儿园管理办法》。", nil, nil), ("泸州市教育局组织了视导。", nil, nil),
      ("昆山市教育局组织了视导。", nil, nil), ("根据《四川省教育厅通知》办理。", nil, nil),
    ] as [(String, String?, String?)])
  func `a paragraph that names another county as its own is in conflict`(
    paragraph: String, conflict: String?, evidence: String?
  ) throws {
    let found = try regions([
      "XX县区教育局工作小结", "一、龙马潭区", paragraph, "二、古蔺县", "办好幼儿园。", "三、泸县", "办好学校。",
    ])
    let region = try #require(found.paragraphs[2].region)
    #expect(region.code == "510504" && region.basis == .heading)
    #expect(region.conflict.first?.name == conflict && region.conflictEvidence == evidence)
    #expect(region.candidates.map(\.name) == (conflict == nil ? [] : ["龙马潭区", "古蔺县"]))
  }
}

/// The regions of the reports in the shared corpora, if these are available.
@Suite(.enabled(if: ProjectFolder.hasShared, Comment(rawValue: ProjectFolder.withoutShared)))
struct CorpusRegionTests {
  private func reports(in folder: String) throws -> [(report: Report, name: String)] {
    try ProjectFolder.files(below: ProjectFolder.shared + "/corpora/" + folder).flatMap { path in
      try Data(contentsOf: URL(fileURLWithPath: path)).withUnsafeBytes { bytes in
        try SourceReader().read(bytes, path: path)
      }.reports.map { ($0, URL(fileURLWithPath: path).lastPathComponent) }
    }
  }

  @Test func `the sections of the compilation have their counties`() throws {
    let wanted = [
      "江阳区": "510502", "龙马潭区": "510504", "纳溪区": "510503", "泸县": "510521", "合江县": "510522",
      "叙永县": "510524", "古蔺县": "510525",
    ]
    let seeds = try reports(in: "seeds")
    var headings = 0
    for (report, name) in seeds where report.title.contains("XXX县区") {
      let found = RegionAttribution.regions(of: report, sourceName: name)
      #expect(found.report.basis == .anonymised && found.report.name == "XXX县区")
      for (paragraph, region) in zip(report.paragraphs, found.paragraphs) {
        let place = wanted.keys.first { paragraph.text.hasSuffix("、" + $0) }
        if let place {
          headings += 1
          #expect(region?.code == wanted[place] && region?.basis == .heading)
        }
        if region != nil { #expect(wanted.values.contains(region!.code!)) }
      }
      let below = zip(report.paragraphs, found.paragraphs).filter { $0.0.heading != nil }
      #expect(below.allSatisfy { $0.1 != nil })
    }
    #expect(headings >= 20)
  }

  @Test func `the shuffled paragraphs are in conflict`() throws {
    let conflicts = try reports(in: "seeds").flatMap { report, name in
      RegionAttribution.regions(of: report, sourceName: name).paragraphs.compactMap { $0 }
        .filter { !$0.conflict.isEmpty }
    }
    #expect(conflicts.count >= 3)
    #expect(conflicts.allSatisfy { $0.code == "510504" && $0.conflict.map(\.code) == ["510525"] })
  }

  @Test func `anonymised names are recognized, and the country is not a region`() throws {
    let seeds = try reports(in: "seeds").map {
      RegionAttribution.regions(of: $0.report, sourceName: $0.name).report
    }
    #expect(
      seeds.prefix(7).map(\.name) == ["xx县", "xx区", "**区", "XXX县区", "XXX县区", "XXX县区", "XXX县"])
    #expect(seeds.prefix(7).allSatisfy { $0.basis == .anonymised && $0.code == nil })
    for (report, name) in try reports(in: "national-clean") {
      let found = RegionAttribution.regions(of: report, sourceName: name)
      #expect(found.report == .unknown, "\(name)")
      #expect(found.paragraphs.allSatisfy { $0 == nil }, "\(name)")
    }
  }
}
