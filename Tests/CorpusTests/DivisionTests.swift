import Foundation
import TestSupport
import Testing

@testable import Corpus

struct DivisionTests {
  private let divisions = Divisions.shared

  @Test func `the table is consistent`() {
    #expect(divisions.all.count == 3338)
    #expect(Set(divisions.all.map(\.code)).count == divisions.all.count)
    #expect(divisions.all.map(\.code) == divisions.all.map(\.code).sorted())
    for division in divisions.all {
      #expect(division.code.count == 6 && division.code.allSatisfy(\.isNumber))
      #expect(division.name.count >= 2)
      #expect(divisions[division.code] == division)
      #expect(division.stem.map { division.name.hasPrefix($0) && $0.count >= 2 } ?? true)
      if let parent = divisions.parent(of: division) {
        #expect(division.lies(in: parent) && !parent.lies(in: division))
      } else {
        #expect(division.level == .province && division.parent == nil)
      }
    }
    #expect(divisions.all.count { $0.level == .province } == 31)
    #expect(!divisions.all.contains { ["市辖区", "县", "-"].contains($0.name) })
    #expect(!divisions.all.contains { $0.name.contains("直辖") || $0.name.contains("/") })
  }

  @Test(
    arguments: [
      ("泸州市", "泸州", nil), ("江阳区", "江阳", nil), ("古蔺县", "古蔺", nil), ("昆山市", "昆山", nil),
      ("四川省", "四川", nil), ("泸县", nil, nil), ("城区", nil, nil), ("浦东新区", "浦东", nil),
      ("清新区", "清新", nil),
      ("万柏林区", "万柏林", nil), ("神农架林区", "神农架", nil), ("六枝特区", "六枝", nil), ("井陉矿区", nil, nil),
      ("苏州工业园区", nil, nil), ("兰州新区", nil, nil), ("土默特左旗", nil, nil), ("敖汉旗", "敖汉", nil),
      ("阿里地区", "阿里", nil), ("兴安盟", "兴安", nil), ("内蒙古自治区", "内蒙古", nil), ("西藏自治区", "西藏", nil),
      ("广西壮族自治区", "广西", "广西自治区"), ("新疆维吾尔自治区", "新疆", "新疆自治区"), ("凉山彝族自治州", "凉山", "凉山州"),
      ("巴音郭楞蒙古自治州", "巴音郭楞", "巴音郭楞州"), ("秀山土家族苗族自治县", "秀山", "秀山县"),
      ("东乡族自治县", "东乡", "东乡县"), ("鄂伦春自治旗", "鄂伦春", "鄂伦春旗"), ("管城回族区", "管城", "管城区"),
      ("积石山保安族东乡族撒拉族自治县", "积石山", "积石山县"), ("隆林各族自治县", "隆林", "隆林县"),
    ] as [(String, String?, String?)])
  func `a name has a stem and a short form`(name: String, stem: String?, short: String?) throws {
    let division = try #require(divisions.named(name).first)
    #expect(division.stem == stem)
    #expect(division.shortName == short)
  }

  @Test func `divisions are found by name and link to ancestors and children`() throws {
    let jiangyang = try #require(divisions["510502"])
    #expect(jiangyang.name == "江阳区" && jiangyang.level == .county)
    #expect(divisions.ancestors(of: jiangyang).map(\.name) == ["泸州市", "四川省"])
    let luzhou = try #require(divisions.parent(of: jiangyang))
    #expect(
      divisions.children(of: luzhou).map(\.name) == [
        "江阳区", "纳溪区", "龙马潭区", "泸县", "合江县", "叙永县", "古蔺县",
      ])
    #expect(divisions.named("鼓楼区").map(\.code) == ["320106", "320302", "350102", "410204"])
    #expect(divisions.withStem("承德").map(\.name) == ["承德市", "承德县"])
    #expect(divisions["510599"] == nil && divisions[""] == nil && divisions["泸州市"] == nil)
    #expect(divisions.named("市辖区").isEmpty)
  }

  /// Entries of the list that only group counties and have no name are skipped.
  @Test(arguments: [
    ("110101", "北京市"), ("500241", "重庆市"), ("419001", "河南省"), ("429021", "湖北省"), ("441900", "广东省"),
    ("620200", "甘肃省"), ("659001", "新疆维吾尔自治区"), ("232761", "大兴安岭地区"),
  ])
  func `every county has a parent with a name`(code: String, parent: String) throws {
    #expect(divisions.parent(of: try #require(divisions[code]))?.name == parent)
  }
}
