import Corpus
import Foundation
import HTTPTypes
import ReportSearch
import TestSupport
import Testing

@testable import ReportWeb

/// Tests random malformed addresses: none causes an internal error, and their text becomes neither
/// markup nor a path.
struct HostileAddressTests {
  private static let pieces = [
    "/", "/api/v1/", "search", "copies", "reports", "report/", "stats", "/source/", "r1", "..",
    "%2e%2e",
    "%2f", "//", "/assets/", "app.css", "?", "&", "=", "q", "page", "sort", "year", "limit",
    "offset",
    "format", "-1", "99999999999999999999", "%00", "%0d%0aSet-Cookie:%20a=b", "%ff%fe", "%", "%zz",
    "%3Cmark%20id=x%3E", "<mark id=x>", "\"", "'", "学", "%E5%AD%A6", "控辍保学", "+", ";", "#", "\\",
    "year:2011..", "same:report(", "(((((", "etc/passwd", "per", "facet", "lang", "en",
  ]

  @Test(.law, arguments: LawSeeds.seeds(6))
  func `every address gets a response`(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let site = try TestSite([Source(paragraphs: ["控辍保学", "学校的工作"], name: "甲", year: 2011)])
    for _ in 0..<60 {
      var address = "/"
      for _ in 0..<Int.random(in: 1...9, using: &random) {
        address += Self.pieces.randomElement(using: &random)!
      }
      let answer = try await site.get(address)
      #expect(answer.status.code < 500, "\(address): \(answer.status)")
      #expect(!answer.text.contains("<mark id=x>"), "\(address)")
      #expect(!answer.text.contains("root:x:"), "\(address)")
      #expect(
        answer.headers[.setCookie] == nil, "\(address)")
    }
  }
}
