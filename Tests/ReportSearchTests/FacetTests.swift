import ReportSearch
import Testing

struct FacetTests {
  @Test(arguments: [
    (Facet.mentionYear, "2011–2015"), (.reportYear, "2011"), (.region, "510500"), (.issuer, "教育局"),
    (.documentType, "工作总结"), (.section, "plan"),
  ])
  func `queries know a facet by its name, and filter by its values`(
    facet: Facet, value: String
  ) throws {
    let filter = try #require(facet.filter(of: value))
    let query = try QueryParser().parse("学校")
    let narrowed = try QueryParser().parse(query.narrowed(to: [[filter]]).description)
    #expect(narrowed == query.narrowed(to: [[filter]]))
    #expect(narrowed.description.contains(" \(facet.rawValue):"))
  }

  @Test func `an unknown value of a facet but a year has no filter`() {
    for facet in Facet.allCases where !facet.isByYear { #expect(facet.filter(of: "") == nil) }
  }
}
