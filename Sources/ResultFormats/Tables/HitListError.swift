/// An error while a table is written.
package struct HitListError: Error, Hashable, Sendable {
  /// The kind of error.
  package enum Kind: Hashable, Sendable {
    /// A system call failed; the value is its `errno`.
    case system(Int32)
    /// The table has more rows than an XLSX sheet allows; the value is the number of rows.
    case tooManyRows(Int)
    /// A cell is longer than XLSX allows: the name of its column, its row, and its length in UTF-16
    /// code units.
    case tooLongCell(column: String, row: Int, length: Int)
    /// The encoding lacks a character; the value is its Unicode scalar.
    case notInEncoding(UInt32)
    /// The XLSX library failed; the value is its error message.
    case workbook(String)
  }

  /// The path of the file.
  package let path: String
  /// The kind of error.
  package let kind: Kind

  /// Creates an error.
  package init(path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
