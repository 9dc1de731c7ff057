import ReportSearch
import Testing

@testable import ResultFormats

/// Tests of the range of years that a chart shows.
struct ChartYearsTests {
  @Test(
    arguments: [
      ([:], [1950, 1951], nil),
      ([2011: 1], [2011], 2011...2011),
      ([2011: 1, 2014: 2], [2009, 2010, 2011, 2012, 2014, 2016], 2009...2014),
      // Room for 120 years.
      ([1901: 1, 2020: 9], [1901, 2020, 2021], 1901...2020),
      ([1900: 9, 2020: 1], [1900, 2020], 1900...1900),
      ([1900: 1, 2020: 1], [1899, 1900, 2020], 2020...2020),
      ([1066: 1, 1990: 2, 2012: 3, 9999: 1], [1989, 1990, 2012, 2013], 1989...2013),
      ([1700: 5, 1710: 5, 2012: 9], [1700, 1710, 2012], 1700...1710),
    ] as [([Int: Int], [Int], ClosedRange<Int>?)])
  func `a chart shows the years around the matches, up to its limit`(
    matches: [Int: Int], texts: [Int], drawn: ClosedRange<Int>?
  ) {
    #expect(ChartYears(matches: matches, texts: Set(texts)).drawn == drawn)
  }
}
