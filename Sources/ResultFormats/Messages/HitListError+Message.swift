extension HitListError {
  /// Returns one or two sentences that say what is wrong and what to do.
  package func message(in language: Language) -> String {
    switch kind {
    case .system(let code):
      let reason = SystemReason.text(of: code, in: language)
      return language.choose(
        "无法写入 \(path)：\(reason)。原有文件未改动。请检查磁盘空间和写入权限。",
        "Cannot write \(path): \(reason). An existing file is unchanged. Check the disk "
          + "space and write permissions.")
    case .tooManyRows(let count):
      return language.choose(
        "结果有 \(count) 行，超过 XLSX 的上限 \(Workbook.rowLimit) 行，未写入文件。请改用 CSV（-o 文件.csv），或按年份、地区分成多个文件。",
        "The table has \(count) rows; the limit of XLSX is \(Workbook.rowLimit). Nothing "
          + "was written. Use CSV (-o FILE.csv), or write one file per year or region.")
    case .tooLongCell(let column, let row, let length):
      return language.choose(
        "第 \(row) 行的 \(column) 列有 \(length) 个字符，超过 XLSX 单元格的上限 "
          + "\(Workbook.cellLimit)，未写入文件。请改用 CSV（-o 文件.csv）。",
        "Column \(column) of row \(row) has \(length) characters; the limit of an XLSX "
          + "cell is \(Workbook.cellLimit). Nothing was written. Use CSV (-o FILE.csv).")
    case .notInEncoding(let character):
      let name = "U+" + String(character, radix: 16, uppercase: true)
      return language.choose(
        "文本中的字符 \(name) 属于私用区，GB 18030 无法表示，未写入文件。请去掉 --encoding，改用 UTF-8。",
        "The text contains the private-use character \(name), which GB 18030 cannot "
          + "represent. Nothing was written. Omit --encoding to use UTF-8.")
    case .workbook(let reason):
      return language.choose(
        "无法写入 \(path)：\(reason)。原有文件未改动。请检查磁盘空间（临时文件与它在同一文件夹），或改用 CSV。",
        "Cannot write \(path): \(reason). An existing file is unchanged. Check the disk "
          + "space (temporary files are stored in the same folder), or use CSV.")
    }
  }
}
