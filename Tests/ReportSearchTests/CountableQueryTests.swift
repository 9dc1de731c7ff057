import Testing

@testable import ReportSearch

/// The condition for counting a query without match positions. ``SearchLaws`` checks that the
/// counts are right.
struct CountableQueryTests {
  @Test(arguments: [
    ("控辍", true), ("控辍 保学", true), ("控辍 | 保学", true), ("控辍 控辍", true),
    ("(双减 | 经费) 学校 -(规范 | 校外) report-year:2011", true),
    ("学校 -(控辍 report-year:2011)", true),
    // One match may contain or overlap another.
    ("控辍 | 控辍保学", false), ("辍保 | 控辍保学", false), ("控辍保 | 保学", false),
    ("保学 | 控辍保", false), ("学 | 哈哈 | 学校", false),
    // The same position would be counted twice.
    ("(控辍 | 保学) 控辍", false),
    // The result depends on positions.
    ("~控辍", false), ("控辍 /5 保学", false), ("控?学", false), ("same:sentence(控辍 保学)", false),
  ])
  func `overlaps and positional conditions require positions for counting`(
    typed: String, isCountable: Bool
  ) throws {
    let query = try QueryParser().parse(typed)
    #expect((CountableQuery(query) != nil) == isCountable)
  }
}
