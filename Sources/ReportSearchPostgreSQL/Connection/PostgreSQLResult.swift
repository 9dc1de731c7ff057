#if PostgreSQL
  import CPostgreSQL
  import Foundation
  import ReportSearch

  /// The rows of an answer, in PostgreSQL's binary form.
  final class PostgreSQLResult {
    fileprivate let handle: OpaquePointer

    /// Takes a result of libpq, and frees it in the end.
    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { PQclear(handle) }

    /// Whether rows are to be sent or read now by COPY.
    var isCopying: Bool { [PGRES_COPY_IN, PGRES_COPY_OUT].contains(PQresultStatus(handle)) }

    /// The rows.
    var rows: [PostgreSQLRow] {
      (0..<PQntuples(handle)).map { PostgreSQLRow(result: self, row: $0) }
    }
  }

  /// A row of an answer.
  struct PostgreSQLRow: TableRow {
    fileprivate let result: PostgreSQLResult
    fileprivate let row: CInt

    func isNull(_ column: Int) -> Bool { PQgetisnull(result.handle, row, CInt(column)) != 0 }

    func integer(_ column: Int) -> Int? {
      guard let value = value(column) else { return nil }
      return switch PQftype(result.handle, CInt(column)) {
      case 20: Int(Int64(bigEndian: value.loadUnaligned(as: Int64.self)))
      case 23: Int(Int32(bigEndian: value.loadUnaligned(as: Int32.self)))
      case 26: Int(UInt32(bigEndian: value.loadUnaligned(as: UInt32.self)))
      // A column that holds texts and numbers holds the numbers as texts.
      case 25: Int(String(decoding: value, as: UTF8.self))
      default: nil
      }
    }

    func text(_ column: Int) -> String? {
      value(column).map { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }

    func bytes(_ column: Int) -> Data? { value(column).map { Data($0) } }

    func name(ofColumn column: Int) -> String {
      PQfname(result.handle, CInt(column)).map { String(cString: $0) } ?? ""
    }

    /// The bytes of a value, for as long as the row is kept; `nil` for NULL.
    func value(_ column: Int) -> UnsafeRawBufferPointer? {
      if isNull(column) { return nil }
      let column = CInt(column)
      return UnsafeRawBufferPointer(
        start: PQgetvalue(result.handle, row, column),
        count: Int(PQgetlength(result.handle, row, column)))
    }
  }
#endif
