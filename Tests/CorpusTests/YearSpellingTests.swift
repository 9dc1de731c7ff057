import Testing

@testable import Corpus

struct YearDigitsTests {
  @Test(
    arguments: [
      ("2011", 2011), ("２０１１", 2011), ("二〇一一", 2011), ("二○一一", 2011), ("二零一一", 2011),
      ("二O一一", 2011), ("贰零壹壹", 2011), ("一九五四", 1954), ("1899", nil), ("2100", nil), ("201", nil),
      ("二十一年", nil),
    ] as [(String, Int?)])
  func `a year is spelled in many ways`(digits: String, year: Int?) {
    #expect(YearDigits.year(ArraySlice(digits.unicodeScalars)) == year)
  }
}

struct WrittenDateTests {
  @Test(
    arguments: [
      ("2011年12月26日", 2011, 12, 0..<11), ("二〇一二年一月五日", 2012, 1, 0..<9),
      ("青溪县教育局2012年3月", 2012, 3, 6..<13), ("2011.12.26", 2011, 12, 0..<10),
      ("2012-3-5", 2012, 3, 0..<8), ("——二〇一五年十二月二十日", 2015, 12, 2..<13),
    ] as [(String, Int, Int, Range<Int>)])
  func `a date is found in a line`(line: String, year: Int, month: Int, range: Range<Int>) {
    let date = WrittenDate(in: Array(line.unicodeScalars))
    #expect(date?.year == year && date?.month == month && date?.range == range)
  }

  @Test(arguments: ["2011年工作", "2011年13月", "12011年5月", "2011.1", "3月5日", "2011年月"])
  func `other numbers are not dates`(line: String) {
    #expect(WrittenDate(in: Array(line.unicodeScalars)) == nil)
  }
}

struct FileNameYearTests {
  @Test(
    arguments: [
      ("青溪县教育局2011年工作总结", 2011), ("青溪县工作总结（2011）", 2011), ("青溪县工作总结2011", 2011),
      ("青溪县工作总结2011(1)", 2011), ("2011年3月安全工作小结", 2011), ("２０１１年工作总结", 2011),
      ("2019年8月12日保存的网页", nil), ("工作总结2019-08-12", nil), ("工作总结_2011", nil), ("工作总结20190812", nil),
      ("report_2011", nil), ("2011", nil), ("000_aa2011", nil), ("工作总结2011-2015年", nil),
      ("工作总结2019.08.12", nil), ("某条例(2020-05-14)", nil),
    ] as [(String, Int?)])
  func `a file name gives a year, but dates and other numbers do not`(name: String, year: Int?) {
    let told = FileNameYear.year(ofFile: name) { _ in false }
    #expect(told.year == year && told.basis == (year == nil ? .unknown : .filename))
  }
}
