#if PostgreSQL
  import CPostgreSQL
  import Foundation
  import ReportSearch

  /// The rows of a result, in PostgreSQL's binary format.
  final class PostgreSQLResult {
    fileprivate let handle: OpaquePointer

    /// Takes ownership of a libpq result.
    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { PQclear(handle) }

    /// True if COPY data are to be sent or received now.
    var isCopying: Bool { [PGRES_COPY_IN, PGRES_COPY_OUT].contains(PQresultStatus(handle)) }

    /// The rows.
    var rows: [PostgreSQLRow] {
      (0..<PQntuples(handle)).map { PostgreSQLRow(result: self, row: $0) }
    }
  }

  /// A row of a result.
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
      // A column of mixed kind stores numbers as text.
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

    /// Returns the bytes of a value, or `nil` for NULL. They are valid as long as the row.
    func value(_ column: Int) -> UnsafeRawBufferPointer? {
      if isNull(column) { return nil }
      let column = CInt(column)
      return UnsafeRawBufferPointer(
        start: PQgetvalue(result.handle, row, column),
        count: Int(PQgetlength(result.handle, row, column)))
    }
  }
#endif
