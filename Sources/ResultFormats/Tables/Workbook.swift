import CXLSXWriter
import Foundation

/// Writes a table as an XLSX file: a sheet of rows with a frozen header and a filter, and a sheet
/// with the provenance. Equal rows give equal bytes.
///
/// Rows are written to temporary files next to the file, so memory use does not grow with their
/// number.
final class Workbook {
  /// The maximum number of rows of a sheet, including the header.
  static let rowLimit = 1_048_576
  /// The maximum length of a cell in UTF-16 code units.
  static let cellLimit = 32_767

  private let file: AtomicFile
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let columns: [String]
  /// The number of rows written, including the header.
  private(set) var rowCount = 1

  /// Opens a workbook for writing.
  ///
  /// - Throws: A ``HitListError`` if the file cannot be written.
  init(path: String, sheetName: String, columns: [String]) throws {
    self.columns = columns
    let file = try AtomicFile(path: path)
    self.file = file
    let workbook = file.folder.withCString { folder in
      var options = lxw_workbook_options()
      options.constant_memory = 1
      options.tmpdir = UnsafeMutablePointer(mutating: folder)
      return workbook_new_opt(file.writingPath, &options)
    }
    guard let workbook, let sheet = workbook_add_worksheet(workbook, sheetName) else {
      throw HitListError(path: path, .system(errno))
    }
    self.workbook = workbook
    self.sheet = sheet
    var properties = lxw_doc_properties()
    // The fixed creation date 2000-01-01 keeps the bytes of equal tables equal.
    properties.created = 946_684_800
    workbook_set_properties(workbook, &properties)
    worksheet_freeze_panes(sheet, 1, 0)
    let bold = workbook_add_format(workbook)
    format_set_bold(bold)
    for (column, name) in columns.enumerated() {
      let place = UInt16(column)
      worksheet_set_column(sheet, place, place, Self.width(of: name), nil)
      worksheet_write_string(sheet, 0, place, name, bold)
    }
  }

  deinit {
    // `commit` did not close the workbook because an error occurred before.
    if let workbook { lxw_workbook_free(workbook) }
  }

  /// Adds a row.
  ///
  /// - Throws: A ``HitListError`` if the sheet has too many rows, a cell is too long, or the disk
  ///   is full.
  func add(_ cells: [Cell]) throws {
    guard rowCount < Self.rowLimit else {
      throw HitListError(path: file.path, .tooManyRows(rowCount + 1))
    }
    for (column, cell) in cells.enumerated() {
      try write(cell, sheet, row: rowCount, column: column, name: columns[column])
    }
    rowCount += 1
    if ferror(sheet.pointee.optimize_tmpfile) != 0 {
      throw HitListError(path: file.path, .system(ENOSPC))
    }
  }

  /// Adds the sheet with the provenance and gives the file its name.
  ///
  /// - Throws: A ``HitListError``; an existing file is then unchanged.
  func commit(provenance: Record) throws {
    worksheet_autofilter(sheet, 0, 0, UInt32(rowCount - 1), UInt16(columns.count - 1))
    guard let workbook, let second = workbook_add_worksheet(workbook, "provenance") else {
      throw HitListError(path: file.path, .system(errno))
    }
    worksheet_set_column(second, 0, 0, 32, nil)
    worksheet_set_column(second, 1, 1, 80, nil)
    for (row, line) in provenance.lines().enumerated() {
      try write(.text(line.name), second, row: row, column: 0, name: "provenance")
      try write(line.value, second, row: row, column: 1, name: "provenance")
    }
    let byteCount = [sheet, second].map { ftell($0.pointee.optimize_tmpfile) }
    self.workbook = nil
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else {
      throw HitListError(path: file.path, .workbook(String(cString: lxw_strerror(code))))
    }
    guard WorkbookCheck.isWhole(file.writingPath, sheetByteCounts: byteCount) else {
      throw HitListError(path: file.path, .system(ENOSPC))
    }
    try file.commit()
  }

  private func write(
    _ cell: Cell, _ sheet: UnsafeMutablePointer<lxw_worksheet>, row: Int, column: Int, name: String
  ) throws {
    let (line, place) = (UInt32(row), UInt16(column))
    switch cell {
    case .null, .ranges, .record, .records: return
    case .integer(let number): worksheet_write_number(sheet, line, place, Double(number), nil)
    case .number(let number): worksheet_write_number(sheet, line, place, number, nil)
    case .boolean(let boolean): worksheet_write_boolean(sheet, line, place, boolean ? 1 : 0, nil)
    case .text, .path:
      let text = SpreadsheetText.withoutControls(cell.text)
      guard text.utf16.count <= Self.cellLimit else {
        throw HitListError(
          path: file.path, .tooLongCell(column: name, row: row + 1, length: text.utf16.count))
      }
      worksheet_write_string(sheet, line, place, Self.escaped(text), nil)
    }
  }

  /// Escapes text that Excel would decode: it reads `_x0041_` as the letter A unless the underscore
  /// is itself escaped as `_x005F_`.
  private static func escaped(_ text: String) -> String {
    text.contains("_x") ? text.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_") : text
  }

  private static func width(of column: String) -> Double {
    switch column {
    case "paragraph": 60
    case "left", "right", "title", "heading_path", "source_path", "source_url": 36
    default: 14
    }
  }
}

extension Record {
  /// Returns the fields as a flat list. Names of nested fields are joined by dots.
  fileprivate func lines(_ prefix: String = "") -> [(name: String, value: Cell)] {
    fields.flatMap { field in
      switch field.value {
      case .record(let record): record.lines(prefix + field.name + ".")
      case .records(let records):
        records.enumerated().flatMap { $1.lines("\(prefix)\(field.name).\($0 + 1).") }
      default: [(prefix + field.name, field.value)]
      }
    }
  }
}
