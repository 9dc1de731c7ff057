import ReportSearch
import ReportSearchPostgreSQL
import Testing

/// Locations of indexes: file paths and server addresses.
struct IndexPlaceTests {
  @Test(arguments: ["postgresql://reader@host/reports", "postgres:///reports", "postgresql:"])
  func `a postgresql or postgres URI is a server address`(name: String) {
    #expect(IndexPlace(name) == .server(name))
    #expect(IndexPlace(name).name == name && IndexPlace(name).path == nil)
  }

  @Test(arguments: ["index/reports.sqlite", "postgresql", "./postgresql://x", "/postgres:/y", ""])
  func `everything else is a path`(name: String) {
    #expect(IndexPlace(name) == .file(name))
    #expect(IndexPlace(name).name == name && IndexPlace(name).path == name)
  }

  @Test func `a missing file is an error`() {
    let place = IndexPlace("/没有/reports.sqlite")
    let missing = IndexError(path: "/没有/reports.sqlite", kind: .missing)
    #expect(throws: missing) { _ = try place.open() }
    #expect(throws: missing) { _ = try place.examine(isFull: false) }
  }

  #if !PostgreSQL
    @Test func `a build without PostgreSQL rejects addresses and repeats no password`() {
      let place = IndexPlace("postgresql://reader:geheim@host/reports")
      let error = IndexError(path: "postgresql://…", kind: .server(.unsupported))
      #expect(throws: error) { _ = try place.open() }
      #expect(throws: error) { _ = try place.writer() }
      #expect(throws: error) { _ = try place.examine(isFull: false) }
    }
  #endif
}
