import Testing

@testable import ReportSearch

/// Which queries are counted without places; that their counts are right is a law of searching.
struct CountableQueryTests {
  @Test(arguments: [
    ("控辍", true), ("控辍 保学", true), ("控辍 | 保学", true), ("控辍 控辍", true),
    ("(双减 | 经费) 学校 -(规范 | 校外) report-year:2011", true),
    ("学校 -(控辍 report-year:2011)", true),
    // One match may hold another, or overlap it.
    ("控辍 | 控辍保学", false), ("辍保 | 控辍保学", false), ("控辍保 | 保学", false),
    ("保学 | 控辍保", false), ("学 | 哈哈 | 学校", false),
    // One place would be counted twice.
    ("(控辍 | 保学) 控辍", false),
    // Places decide.
    ("~控辍", false), ("控辍 /5 保学", false), ("控?学", false), ("same:sentence(控辍 保学)", false),
  ])
  func `a query is counted without places where none can be at that of another`(
    typed: String, isCountable: Bool
  ) throws {
    let query = try QueryParser().parse(typed)
    #expect((CountableQuery(query) != nil) == isCountable)
  }
}
