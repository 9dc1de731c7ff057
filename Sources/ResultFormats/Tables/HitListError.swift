/// The reason why a table could not be written.
package struct HitListError: Error, Hashable, Sendable {
  /// What is wrong.
  package enum Kind: Hashable, Sendable {
    /// The system refused; the value is its `errno`.
    case system(Int32)
    /// An XLSX sheet holds fewer rows.
    case tooManyRows(Int)
    /// An XLSX cell holds fewer UTF-16 units: the name of its column, its row, and how many it has.
    case tooLongCell(column: String, row: Int, length: Int)
    /// The encoding lacks a character; the value is its number in Unicode.
    case notInEncoding(UInt32)
    /// The XLSX library refused; the value is what it says.
    case workbook(String)
  }

  /// The path of the file.
  package let path: String
  /// What is wrong.
  package let kind: Kind

  /// Creates an error.
  package init(path: String, _ kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
