#if PostgreSQL
  import Foundation
  import ReportSearch
  import TestSupport
  import Testing

  @testable import ReportSearchPostgreSQL

  /// Statements and their arguments in the form in which they are sent.
  struct StatementTests {
    @Test(arguments: [
      ("SELECT 1", "SELECT 1"), ("?", "$1"), ("SELECT ? + ?", "SELECT $1 + $2"),
      ("a = ? AND b IN (?, ?)", "a = $1 AND b IN ($2, $3)"), ("", ""),
    ])
    func `arguments are numbered in their order`(sql: String, numbered: String) {
      #expect(PostgreSQLConnection.numbered(sql) == numbered)
    }

    @Test func `more than nine arguments are numbered`() {
      let sql = Array(repeating: "?", count: 12).joined(separator: ",")
      let numbers = (1...12).map { "$\($0)" }.joined(separator: ",")
      #expect(PostgreSQLConnection.numbered(sql) == numbers)
    }

    @Test(arguments: [("reader", "\"reader\""), ("a\"b", "\"a\"\"b\""), ("", "\"\"")])
    func `identifiers are quoted`(name: String, quoted: String) {
      #expect(PostgreSQLConnection.quoted(name) == quoted)
    }

    @Test(arguments: [
      ("控辍", "'控辍'"), ("a'b", "'a''b'"), (#"a\b"#, #"E'a\\b'"#), (#"'\"#, #"E'''\\'"#),
    ])
    func `string literals are quoted`(text: String, literal: String) {
      #expect(PostgreSQLConnection.literal(text) == literal)
    }

    /// Returns the values that the server receives: `nil` for NULL, and whether the format is
    /// binary.
    private func values(of arguments: PostgreSQLArguments) -> [(bytes: [UInt8]?, isBinary: Bool)] {
      arguments.withValues { count, values, lengths, formats in
        (0..<Int(count)).map { place in
          let bytes = values[place].map {
            Array(UnsafeRawBufferPointer(start: $0, count: Int(lengths[place])))
          }
          return (bytes, formats[place] == 1)
        }
      }
    }

    @Test func `arguments are encoded with their values and formats`() throws {
      var arguments = try PostgreSQLArguments([
        .integer(-12), .null, .text("控"), .document("a\0b"), .bytes(Data([0, 255])), .text(""),
      ])
      arguments.append(binary: [7, 0])
      let found = values(of: arguments)
      #expect(
        found.map(\.bytes) == [
          Array("-12".utf8), nil, Array("控".utf8), Array("a\0b".utf8), [0, 255], [], [7, 0],
        ])
      #expect(found.map(\.isBinary) == [false, false, false, true, true, false, true])
      #expect(try values(of: PostgreSQLArguments()).isEmpty)
    }

    @Test func `an argument in text format ends with a zero byte`() throws {
      let ends = try PostgreSQLArguments([.text("控"), .text("辍")]).withValues {
        count, values, lengths, _ in
        (0..<Int(count)).map { values[$0]![Int(lengths[$0])] }
      }
      #expect(ends == [0, 0])
    }

    @Test func `U+0000 in a text argument is rejected`() {
      #expect(throws: PostgreSQLFailure.self) { _ = try PostgreSQLArguments([.text("a\0b")]) }
    }
  }

  /// Rows in the binary format of COPY.
  struct TupleTests {
    private func values(_ bytes: [UInt8]) -> [[UInt8]?] {
      bytes.withUnsafeBytes { tuple in
        ReportSearchPostgreSQL.values(ofTuple: tuple).map { $0.map { Array($0) } }
      }
    }

    @Test func `an encoded row is decoded to the same values`() {
      var writer = TupleWriter()
      writer.begin(columnCount: 4)
      writer.append(value: Array("控辍".utf8))
      writer.appendNull()
      writer.append(value: [UInt8]())
      writer.append(value: -2)
      #expect(
        values(writer.bytes) == [
          Array("控辍".utf8), nil, [], [255, 255, 255, 255, 255, 255, 255, 254],
        ])
      writer.begin(columnCount: 1)
      writer.append(value: [1])
      #expect(writer.bytes == [0, 1, 0, 0, 0, 1, 1], "the row before is gone")
    }

    private func digest(_ rows: [[UInt8]]) -> TableDigest {
      rows.reduce(into: TableDigest()) { digest, row in row.withUnsafeBytes { digest.add($0) } }
    }

    @Test func `the digest of a table does not depend on the order or on the parts`() {
      let rows = (0..<20).map { [UInt8($0), UInt8($0 * 7 % 5)] }
      #expect(digest(rows) == digest(rows.reversed()))
      var parts = digest(Array(rows[..<7]))
      parts.add(digest(Array(rows[7...])))
      #expect(parts == digest(rows) && parts.rowCount == 20)
    }

    @Test func `the digest detects a changed, a missing and a duplicate row`() {
      let rows: [[UInt8]] = [[1], [2], [3]]
      let others: [[[UInt8]]] = [
        [[1], [2], [4]], [[1], [2]], [[1], [2], [2]], [[1], [2], [3], [3]],
      ]
      for other in others {
        #expect(digest(other) != digest(rows), "\(other)")
      }
    }
  }
#endif
