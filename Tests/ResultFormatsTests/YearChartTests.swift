import Foundation
import TestSupport
import Testing

@testable import ResultFormats

struct YearChartTests {
  private func chart(_ series: [YearChart.Series], _ title: String = "控辍保学") -> YearChart {
    YearChart(
      title: title, valueLabel: "处", yearLabel: "年份", missingLabel: "没有报告", series: series,
      caption: ["控辍保学 <b> & \"双减\"：31 处，在 13 份报告的 25 段里"])
  }

  private let one = YearChart.Series(
    name: "控辍保学", values: [2011: 4, 2012: 9, 2013: 0, 2014: 2, 2016: 1, 2018: 3, 2019: 1204])

  @Test func `a chart of one series matches the snapshot`() throws {
    try expectSnapshot(chart([one]).fragment { "/?s=\($0)&y=\($1)" }, named: "bars.svg")
  }

  @Test func `a chart of seven series matches the snapshot`() throws {
    let series = (0..<YearChart.seriesLimit).map { place in
      let years = (2008...2024).filter { $0 != 2015 && !($0 + place).isMultiple(of: 9) }
      return YearChart.Series(
        name: "检索式 \(place + 1)",
        values: Dictionary(
          uniqueKeysWithValues: years.map { ($0, Double(($0 * (place + 3)) % 40) / 8) }))
    }
    try expectSnapshot(chart(series).svg(), named: "lines.svg")
  }

  @Test func `zero is drawn, and a missing year is not`() {
    let svg = chart([one]).svg()
    #expect(svg.contains(">2013 0</title>"))
    #expect(!svg.contains(">2015 "))
    // Two missing years are shaded; the third use of the pattern is in the legend.
    #expect(svg.matches(of: /url\(#missing\)/).count == 2 + 1)
    #expect(svg.contains(">没有报告</text>"))
    let whole = chart([.init(name: "", values: [2011: 1, 2012: 0])]).svg()
    #expect(!whole.contains("url(#missing)") && !whole.contains("没有报告"))
  }

  @Test func `a chart line is interrupted at a missing year`() {
    let series = [
      YearChart.Series(name: "甲", values: [2011: 1, 2012: 2, 2014: 3, 2015: 1, 2017: 2]),
      YearChart.Series(name: "乙", values: [2011: 1, 2012: 2, 2013: 3]),
    ]
    let svg = chart(series).svg()
    // The first series is broken into two lines of several years, the second is one; the legend has
    // two more.
    #expect(svg.matches(of: /<polyline/).count == 3 + 2)
    #expect(svg.matches(of: /<title>甲\ /).count == 5)
  }

  @Test func `an empty chart is a valid picture`() {
    #expect(chart([]).svg().hasSuffix("</svg>\n"))
    #expect(chart([.init(name: "甲", values: [2011: 0])]).svg().contains(">2011 0</title>"))
  }

  @Test(
    arguments: [
      (0, true, ["0", "1"]), (1, true, ["0", "1"]), (7, true, ["0", "2", "4", "6", "8"]),
      (31, true, ["0", "10", "20", "30", "40"]), (2, false, ["0", "0.5", "1.0", "1.5", "2.0"]),
      (1204, true, ["0", "500", "1,000", "1,500"]),
      (0.004, false, ["0", "0.001", "0.002", "0.003", "0.004"]),
      (
        3_000_000, true,
        ["0", "500,000", "1,000,000", "1,500,000", "2,000,000", "2,500,000", "3,000,000"]
      ),
    ] as [(Double, Bool, [String])])
  func `ticks are round and few`(greatest: Double, areWhole: Bool, labels: [String]) {
    let ticks = AxisTicks(upTo: greatest, areWhole: areWhole)
    #expect(ticks.values.map(ticks.label) == labels)
    #expect(ticks.top >= greatest)
  }

  @Test(
    arguments: [
      ("控辍保学", 4, ["控辍", "保学"]), ("甲2011年乙", 4, ["甲", "2011", "年乙"]),
      ("abcdefgh", 3, ["abc", "def", "gh"]), ("", 3, []), ("甲", 1, ["甲"]),
    ] as [(String, Int, [String])])
  func `long lines are wrapped by display width`(text: String, cells: Int, lines: [String]) {
    #expect(LineBreaking.lines(of: text, cells: cells) == lines)
  }
}
