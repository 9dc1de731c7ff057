extension HitListError {
  /// What is wrong and what to do, in one or two sentences.
  package func message(in language: Language) -> String {
    switch kind {
    case .system(let code):
      let reason = SystemReason.text(of: code, in: language)
      return language.choose(
        "无法写入 \(path)：\(reason)。原有文件未动；请检查磁盘空间和写入权限。",
        "\(path) cannot be written: \(reason). What was there is untouched; check the disk's space and "
          + "the right to write.")
    case .tooManyRows(let count):
      return language.choose(
        "结果有 \(count) 行，超过 XLSX 的上限 \(Workbook.rowLimit) 行，没有写出。请用 CSV（-o 文件.csv），或分年、分地区存成几个文件。",
        "There are \(count) rows, more than the \(Workbook.rowLimit) of XLSX; nothing was written. Use "
          + "CSV (-o FILE.csv), or write a file for each year or region.")
    case .tooLongCell(let column, let row, let length):
      return language.choose(
        "第 \(row) 行的 \(column) 有 \(length) 个字符，超过 XLSX 一格的上限 \(Workbook.cellLimit)，没有写出。请用 CSV（-o 文件.csv）。",
        "Column \(column) of row \(row) has \(length) characters, more than the \(Workbook.cellLimit) of "
          + "an XLSX cell; nothing was written. Use CSV (-o FILE.csv).")
    case .notInEncoding(let character):
      let name = "U+" + String(character, radix: 16, uppercase: true)
      return language.choose(
        "内容里的字符 \(name) 是自造字，GB 18030 里没有，没有写出。请不加 --encoding，用 UTF-8。",
        "The text has \(name), a private character that GB 18030 lacks; nothing was written. Leave "
          + "--encoding out for UTF-8.")
    case .workbook(let reason):
      return language.choose(
        "无法写入 \(path)：\(reason)。原有文件未动；请检查磁盘空间（临时文件与它在同一文件夹），或改用 CSV。",
        "\(path) cannot be written: \(reason). What was there is untouched; check the disk's space "
          + "(temporary files stand in the same folder), or use CSV.")
    }
  }
}
