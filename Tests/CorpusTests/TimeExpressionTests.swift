import Testing

@testable import Corpus

/// The values that the parsers of time expressions return for the beginning of a text.
struct TimeExpressionTests {
  @Test(
    arguments: [
      ("2011", 2011), ("二〇一一", 2011), ("贰零壹壹", 2011), ("二o一一", 2011), ("09", 9), ("20xx", nil),
      ("12019", nil),
      ("2011一", 2011), ("年", nil),
    ] as [(String, Int?)])
  func `digits are read together`(text: String, value: Int?) {
    #expect(NumberRun(YearText(text), at: 0)?.value == value)
  }

  @Test(
    arguments: [
      ("三", 3), ("十二", 12), ("30", 30), ("一百", 100), ("一百零五", 105), ("九十九", 99), ("一〇二", 102),
      ("两", 2),
      ("年", nil), ("2011", nil), ("三千", nil),
    ] as [(String, Int?)])
  func `counts of years are read`(text: String, value: Int?) {
    let read = SmallNumber.read(YearText(text), at: 0)
    #expect((read?.end == text.unicodeScalars.count ? read?.value : nil) == value)
  }

  @Test func `the five-year plans have their years`() {
    let years = [
      1: 1953...1957, 2: 1958...1962, 3: 1966...1970, 4: 1971...1975, 5: 1976...1980,
      6: 1981...1985,
      7: 1986...1990, 8: 1991...1995, 9: 1996...2000, 10: 2001...2005, 11: 2006...2010,
      12: 2011...2015, 13: 2016...2020, 14: 2021...2025, 15: 2026...2030,
    ]
    for (number, expected) in years { #expect(FiveYearPlan.years(ofPlan: number) == expected) }
    #expect(FiveYearPlan.years(ofPlan: 0) == nil && FiveYearPlan.years(ofPlan: 21) == nil)
  }

  @Test(
    arguments: [
      ("“十二五”时期", 2011...2015), ("十二·五", 2011...2015), ("九五期间", 1996...2000),
      ("“十五”末", 2005...2005),
      ("十五五", 2026...2030), ("九五年", nil), ("十五名", nil), ("“六、一”", nil), ("“六五”普法", nil),
    ] as [(String, ClosedRange<Int>?)])
  func `a five-year plan is distinguished from a number`(text: String, years: ClosedRange<Int>?) {
    let expression = FiveYearPlan.read(YearText(text), at: 0)
    #expect(expression?.meaning == years.map { .years($0) })
  }

  @Test(
    arguments: [
      ("今年", .offset(0...0)), ("去年", .offset(-1...(-1))), ("近三年来", .past(3)), ("30年来", .past(30)),
      ("未来三年", .coming(3)), ("近年来", .recent), ("今后几年", .soon), ("次年", .sameYear(offset: 1)),
      ("全年级", nil), ("今天", nil), ("三年级", nil), ("三年内", nil), ("五年来自", nil),
    ] as [(String, RelativeYears?)])
  func `a relative expression is read`(text: String, years: RelativeYears?) {
    #expect(RelativeYears.read(YearText(text), at: 0)?.meaning == years.map { .relative($0) })
  }

  @Test(
    arguments: [
      ("民国100年", .years(2011...2011)), ("民国元年", .years(1912...1912)),
      ("民国101学年度", .academicYear(2012)),
      ("102学年", .academicYear(2013)), ("102年", nil), ("民国时期", nil),
    ] as [(String, TimeExpression.Meaning?)])
  func `years of the Republic are read`(text: String, meaning: TimeExpression.Meaning?) {
    #expect(RepublicanYears.read(YearText(text), at: 0)?.meaning == meaning)
  }

  @Test func `stored years are read back unchanged`() {
    let years = MentionedYears.years(2011, through: 2015)
    #expect(MentionedYears(from: 2011, to: 2015, row: "2011–2015") == years)
    #expect(MentionedYears.academicYear(1999).row == "1999/00")
    #expect(
      MentionedYears.through(2011).row == "–2011" && MentionedYears.since(2012).row == "2012–")
  }
}
