import Testing

@testable import Corpus

struct IssuerTests {
  @Test(
    arguments: [
      ("某县教育局2011年工作总结", "某县教育局"), ("2011年某县教育局工作总结", "某县教育局"), ("2011年度青溪县教育局工作总结", "青溪县教育局"),
      ("县教育局关于2021年工作总结的报告", "县教育局"), ("青溪县人民政府办公室关于印发《2016年工作要点》的通知", "青溪县人民政府办公室"),
      ("青溪县人民政府办公室工作总结", "青溪县人民政府办公室"), ("2015年云岭县政府工作报告", "云岭县政府"),
      ("xx区教育局2022年上半年工作总结", "xx区教育局"),
      ("2011年XXX县区教育局学前教育工作小结", "XXX县区教育局"), ("白石镇中心小学2012年工作总结", "白石镇中心小学"),
      ("青溪县教育局学校安全工作总结", "青溪县教育局"), ("关于印发《青溪县教育局2016年工作要点》的通知", "青溪县教育局"),
      ("某市教育委员会关于校车的意见", "某市教育委员会"), ("最高人民法院、最高人民检察院关于办理案件的解释", "最高人民法院、最高人民检察院"),
      ("在全县教育工作会议上的讲话", nil), ("政府工作报告", nil), ("2012年工作要点", nil), ("全县中小学安全工作总结", nil),
      ("全局工作总结", nil),
      ("教育局工作总结", nil), ("某市村民委员会选举办法", nil), ("某市人民法院组织条例", nil), ("关于校车安全的通知", nil),
      ("加强学校工作总结", nil),
    ] as [(String, String?)])
  func `a title names the issuer`(title: String, name: String?) {
    let type = TitleType.type(ofTitle: title) ?? .other
    #expect(TitleIssuer.name(in: title, of: type) == name)
  }

  @Test(
    arguments: [
      (["2011年工作总结", "正文。", "某县教育局", "2011年12月26日"], "某县教育局"),
      (["2011年工作总结", "正文。", "某县教育局", "某县政府督导室", "2011年12月26日"], "某县教育局、某县政府督导室"),
      (["2011年工作总结", "正文。", "青溪县教育局2011年12月26日"], "青溪县教育局"),
      (["2011年工作总结", "正文。", "2011年12月26日"], nil),
      (["2011年工作总结", "正文。"], nil), (["2011年工作总结", "正文。", "感谢大家", "2011年12月26日"], nil),
    ] as [([String], String?)])
  func `a signature names the issuer`(lines: [String], name: String?) {
    #expect(report(lines).issuer == name.map { Issuer(name: $0, basis: .signature) })
  }

  @Test(
    arguments: [
      (["青溪县教育局", "2012年工作总结", "正文。"], "青溪县教育局"),
      (["青溪县教育局文件", "青教发〔2016〕3号", "2012年工作总结", "正文。"], "青溪县教育局"),
      (["青教发〔2016〕3号", "2012年工作总结", "正文。"], nil),
    ] as [([String], String?)])
  func `a line above the title names the issuer`(lines: [String], name: String?) {
    #expect(report(lines).issuer == name.map { Issuer(name: $0, basis: .title) })
  }

  @Test func `a page names its source`() throws {
    let page = """
      <html><head><meta name="ContentSource" content="云岭县教体局"><title>2011年工作总结</title></head>
      <body><h1>2011年工作总结</h1><p>全县教育系统做了许多工作，成绩很好。</p></body></html>
      """
    let source = try page.utf8.withContiguousStorageIfAvailable {
      try SourceReader().read(UnsafeRawBufferPointer($0), path: "a.html")
    }
    #expect(source?.reports[0].issuer == Issuer(name: "云岭县教体局", basis: .page))
  }
}
