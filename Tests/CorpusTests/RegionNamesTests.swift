import Testing

@testable import Corpus

struct RegionNamesTests {
  /// Returns names with their codes; `*` for an anonymised name, `?` and the number for several
  /// candidates.
  private func names(_ text: String, isName: Bool = false) -> String {
    let found = RegionNames(in: text, isName: isName)
    return found.names.map { name in
      let written = found.text.written(name.characters)
      if name.isAnonymised { return written + "*" }
      return written
        + (name.candidates.count == 1 ? name.candidates[0].code : "?\(name.candidates.count)")
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("四川省泸州市江阳区教育局", "四川省510000 泸州市510500 江阳区510502"), ("在泸州市召开大会", "泸州市510500"),
    ("四川省 泸州市", "四川省510000 泸州市510500"), ("四川省瀘州市龍馬潭區", "四川省510000 瀘州市510500 龍馬潭區510504"),
    ("古藺縣教育局", "古藺縣510525"), ("上海市浦东新区", "上海市310000 浦东新区310115"), ("青岛市价格条例", "青岛市370200"),
    ("泸州市区学校", "泸州市510500"), ("江阳区位于市中心", "江阳区510502"), ("恩施土家族苗族自治州", "恩施土家族苗族自治州422800"),
    ("2011年泸县教育工作", "泸县510521"), ("成立泸县领导小组", "泸县510521"), ("苏州工业园区", "苏州工业园区320576"),
    ("昆山市", "昆山市320583"), ("东莞市", "东莞市441900"), ("济源市", "济源市419001"),
  ])
  func `full names are found`(text: String, wanted: String) { #expect(names(text) == wanted) }

  @Test(arguments: [
    ("凉山州教育局", "凉山州513400"), ("秀山县教育局", "秀山县500241"), ("宁夏自治区", "宁夏自治区640000"),
    ("本溪县教育局", "本溪县210521"), ("青海省民和县", "青海省630000 民和县630222"), ("人民和县政府", ""), ("居民和县领导", ""),
  ])
  func `autonomous divisions have short names`(text: String, wanted: String) {
    #expect(names(text) == wanted)
  }

  @Test(arguments: [
    ("江阳教育局", "江阳510502"), ("江阳区教育局", "江阳区510502"), ("泸州教体局", "泸州510500"), ("古蔺人民政府", "古蔺510525"),
    ("四川教育厅", "四川510000"), ("吉林教育厅", "吉林220000"), ("吉林教育局", "吉林220200"), ("承德教育局", "承德?2"),
    ("朝阳教育局", "朝阳?4"), ("四川江阳区", "四川510000 江阳区510502"), ("四川泸州", "四川510000 泸州510500"),
    ("四川泸州江阳2011年", "四川510000 泸州510500 江阳510502"), ("四川省泸州", "四川省510000 泸州510500"),
    ("四川省泸州市江阳教育局", "四川省510000 泸州市510500 江阳510502"), ("四川省安居教育局", "四川省510000 安居510904"),
    ("深圳经济特区消防条例", "深圳440300"), ("2011年江阳教育局", "江阳510502"), ("关于江阳教育局", "江阳510502"),
    ("浙江南湖区", "浙江330000 南湖区330402"),
  ])
  func `stems are places only with supporting context`(text: String, wanted: String) {
    #expect(names(text) == wanted)
  }

  @Test(arguments: [
    "朝阳产业", "和平教育", "江阳", "上海市场", "湖南山区教育", "西南山区", "市和县教育局", "完成县级任务", "提高县域水平", "名单县",
    "示范县建设", "在新县城建设", "建成县城幼儿园", "建设新城区", "新建区级实验小学", "城区学校", "东区教学楼", "和平区域合作",
    "四川安居工程", "河北新华书店", "全市中小学", "创建平安区级学校", "乡村振兴区级", "广东山区", "四川", "我校江阳教育局", "",
    "县教育局", "市辖区", "各市、县、区", "省直辖县级行政区划",
  ])
  func `other words are not places`(text: String) { #expect(names(text) == "") }

  @Test(arguments: [
    ("和县教育局", "和县340523"), ("安徽省和县", "安徽省340000 和县340523"), ("关于新县教育", "新县411523"),
    ("攀枝花市东区", "攀枝花市510400 东区510402"), ("阳泉市城区教育局", "阳泉市140300 城区140302"), ("东区教育局", ""),
    ("西宁市城东区", "西宁市630100 城东区630102"), ("乐山市市中区", "乐山市511100 市中区511102"), ("南山区教育局", "南山区?2"),
    ("深圳市南山区", "深圳市440300 南山区440305"), ("市中区教育局", "市中区?4"),
  ])
  func `short and everyday names need a boundary`(text: String, wanted: String) {
    #expect(names(text) == wanted)
  }

  @Test(arguments: [
    ("鼓楼区", "鼓楼区?4"), ("福建省福州市鼓楼区", "福建省350000 福州市350100 鼓楼区350102"),
    ("福州市的鼓楼区", "福州市350100 鼓楼区350102"),
    ("鼓楼区(南京市)", "鼓楼区320106 南京市320100"), ("江苏省鼓楼区", "江苏省320000 鼓楼区?2"),
    ("北京市朝阳区", "北京市110000 朝阳区110105"),
    ("长春市朝阳区", "长春市220100 朝阳区220104"), ("朝阳市朝阳县", "朝阳市211300 朝阳县211321"), ("城关区", "城关区?2"),
    ("承德县", "承德县130821"), ("承德市", "承德市130800"),
    ("吉林长春", "吉林220000 长春220100"), ("海南省", "海南省460000"), ("海南州", "海南州632500"),
  ])
  func `an ambiguous name is resolved by its context`(
    text: String, wanted: String
  ) { #expect(names(text) == wanted) }

  @Test(arguments: [
    ("**区教育局", "**区*"), ("XXX县教育局", "XXX县*"), ("xx区教育局", "xx区*"), ("某县教育局", "某县*"), ("某某市", "某某市*"),
    ("××县", "××县*"), ("ＸＸ县", "ＸＸ县*"), ("XXX县区教育局", "XXX县区*"), ("x市第四届运动会", "x市*"),
    ("XX市**区", "XX市* **区*"),
    ("四川省XX县", "四川省510000 XX县*"), ("XX教育局", "XX*"), ("**教育局", "***"), ("XX县(市、区)", "XX县(市、区)*"),
    ("＊＊区", "＊＊区*"),
    ("□□县", "□□县*"), ("○○县", "○○县*"),
  ])
  func `anonymised names are recognized`(text: String, wanted: String) {
    #expect(names(text) == wanted)
  }

  @Test(arguments: [
    "tex县", "xxx课题", "某些县", "某日", "二〇区", "********县", "XX市场", "xx〔2022〕1号", "20xx年", "某某同志", "某区域",
  ])
  func `other signs are not anonymised names`(text: String) { #expect(names(text) == "") }

  @Test(arguments: [
    ("江阳", "江阳510502"), ("四川泸州江阳", "四川510000 泸州510500 江阳510502"), ("泸州", "泸州510500"),
    ("承德", "承德?2"),
    ("云岭县", ""),
  ])
  func `a text that is a name may be a stem`(text: String, wanted: String) {
    #expect(names(text, isName: true) == wanted)
  }
}

struct OwnRegionTests {
  /// Tests 四川省泸州市江阳区教育局, 江阳区教育局 and 江阳教育局 for every division.
  @Test func `every division is found by its full name, its own name and its stem`() {
    for division in Divisions.shared.all {
      let above = Divisions.shared.ancestors(of: division).reversed().map(\.name).joined()
      let whole = OwnRegion(of: "2011年\(above)\(division.name)教育局工作总结")
      #expect(whole?.candidates == [division], "\(above)\(division.name)")
      let short = OwnRegion(of: "\(division.name)教育局工作总结")
      let isEverywhere = ["城区", "郊区", "矿区", "东区", "西区"].contains(division.name)
      #expect(short?.candidates.contains(division) ?? isEverywhere, "\(division.name)")
      if let stem = division.stem {
        let office = division.level == .province ? "教育厅" : "教育局"
        let found = OwnRegion(of: "\(stem)\(office)工作总结")
        #expect(found?.candidates.contains(division) == true, "\(stem)")
      }
    }
  }

  /// Returns the evidence and the codes of the candidates; `*` for an anonymised name.
  private func own(_ text: String) -> String {
    guard let own = OwnRegion(of: text) else { return "" }
    return ([own.evidence + (own.isAnonymised ? "*" : "")] + own.candidates.map(\.code))
      .joined(separator: " ")
  }

  @Test(arguments: [
    ("四川省泸州市江阳区教育局2011年工作总结", "四川省泸州市江阳区 510502"), ("2011年合江县教育局工作总结", "合江县 510522"),
    ("四川/泸州/江阳区.txt", "四川/泸州/江阳区 510502"), ("泸州市（江阳区）", "泸州市（江阳区 510502"),
    ("泸县教育局关于转发四川省教育厅通知的报告", "泸县 510521"), ("转发四川省教育厅关于校车安全的通知", ""), ("赴昆山市考察报告", ""),
    ("关于印发《泸县教育事业规划》的通知", "泸县 510521"), ("《昆山市经验》在合江县的推广", "合江县 510522"),
    ("江阳区、纳溪区2011年工作总结", "江阳区、纳溪区 510502 510503"), ("江阳区和纳溪区工作总结", "江阳区和纳溪区 510502 510503"),
    ("四川省XX县教育局", "四川省XX县* 510000"), ("XX市XX区教育局", "XX市XX区*"), ("XX市江阳区", "XX市江阳区 510502"),
    ("县教育局工作总结", ""), ("泸州市江阳区与合江县结对", "泸州市江阳区与合江县 510502 510522"),
  ])
  func `a text names one region as its own`(text: String, wanted: String) {
    #expect(own(text) == wanted)
  }
}
