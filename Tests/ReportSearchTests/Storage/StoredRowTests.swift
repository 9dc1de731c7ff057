import Corpus
import Foundation
import TestSupport
import Testing

@testable import ReportSearch

/// Typed access to the values of rows.
struct StoredRowTests {
  private func row(_ values: StoredArgument..., id: Int? = nil) throws -> StoredRow {
    StoredRow(try TableOfRows([values]).fetchRows("", [])[0], of: "report", id)
  }

  private func message(_ body: () throws -> Void) -> String? {
    do { try body() } catch { return (error as? DamagedStorage)?.message }
    return nil
  }

  @Test func `values of the expected types are returned`() throws {
    let row = try row(.integer(7), .text("控"), .bytes(Data([1])), .document("a\0b"), .text("title"))
    #expect(try row[0] as Int == 7 && row[0] as UInt32 == 7)
    #expect(try row[1] as String == "控" && row[2] as Data == Data([1]))
    #expect(try row.text(3) == "a\0b")
    #expect(try row[4] as Paragraph.Kind == .title)
  }

  @Test func `NULL is nil for optional values and corruption for others`() throws {
    let row = try row(.null)
    #expect(try row[0] as Int? == nil && row[0] as String? == nil && row[0] as Data? == nil)
    #expect(try row[0] as Paragraph.Kind? == nil)
    #expect(message { let _: Int = try row[0] } != nil)
    #expect(message { let _: String = try row[0] } != nil)
    #expect(message { let _: Paragraph.Kind = try row[0] } != nil)
    #expect(message { _ = try row.text(0) } != nil)
  }

  @Test func `values of other types are corruption, reported with their column`() throws {
    #expect(
      message { let _: Int = try row(.text("x"), id: 12)[0] } == "report 12: column 0")
    #expect(message { let _: String? = try row(.null, .integer(1))[1] } == "report: column 1")
    #expect(message { let _: UInt32 = try row(.integer(-1))[0] } == "report: column 0")
    #expect(message { let _: UInt32 = try row(.integer(1 << 32))[0] } == "report: column 0")
    #expect(message { let _: Paragraph.Kind? = try row(.text("x"))[0] } == "report: column 0")
    #expect(message { _ = try row(.bytes(Data([0xC3]))).text(0) } == "report: column 0")
  }
}
