import TextAnalysis

/// The columns of a table of reports, recognized by the names in its first row.
struct TableColumns: Hashable, Sendable {
  /// A field of report metadata.
  enum Fact: Hashable, Sendable, CaseIterable {
    case title, year, region, issuer, type, date, url
  }

  /// The index of the text column.
  let text: Int
  /// True if the name of the text column is ambiguous, such as 内容 in a table of tasks.
  let isVague: Bool
  /// The indices of the metadata columns.
  let facts: [Fact: Int]

  /// Finds the columns by their names, or returns `nil` if there is no text column.
  init?(header: [String]) {
    let names = header.map(Self.key)
    func column(_ wanted: [String]) -> Int? {
      wanted.lazy.compactMap { names.firstIndex(of: $0) }.first
    }
    guard let text = column(Self.textNames) ?? column(Self.vagueTextNames) else { return nil }
    self.text = text
    isVague = !Self.textNames.contains(names[text])
    facts = Self.facts(in: header, besides: text)
  }

  /// Returns the metadata columns by their names.
  ///
  /// - Parameter other: The index of a column that is not metadata.
  static func facts(in header: [String], besides other: Int) -> [Fact: Int] {
    let names = header.map(key)
    var facts: [Fact: Int] = [:]
    for fact in Fact.allCases {
      facts[fact] = names.indices.first { $0 != other && fact.names.contains(names[$0]) }
    }
    return facts
  }

  /// The names of text columns in order of preference.
  private static let textNames = [
    "正文", "全文", "报告全文", "报告正文", "正文内容", "全文内容", "报告内容", "文章内容", "fulltext", "maintext",
    "bodytext", "text", "body", "article",
  ]
  private static let vagueTextNames = [
    "content", "contents", "内容", "文本", "段落", "paragraph", "paragraphs",
  ]

  /// Returns the folded name without white space, hyphens and underscores.
  private static func key(_ name: String) -> String {
    FoldedText(name).string.filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
  }
}

extension TableColumns.Fact {
  /// The column names for this field.
  fileprivate var names: [String] {
    switch self {
    case .title: ["title", "标题", "题名", "名称", "报告标题", "报告名称", "篇名"]
    case .year: ["year", "年份", "年度", "报告年份"]
    case .region: ["region", "地区", "地方", "区划", "行政区划"]
    case .issuer: ["issuer", "发布机构", "单位", "来源单位", "发布单位"]
    case .type: ["type", "doctype", "文种", "报告类型"]
    case .date: ["date", "发布日期", "日期", "publishdate"]
    case .url: ["url", "网址", "链接"]
    }
  }
}

extension ReportMetadata {
  /// Sets a field from the text of a cell.
  ///
  /// - Returns: True if the whole cell was used. If false, the cell has text that must be kept
  ///   elsewhere.
  mutating func take(_ fact: TableColumns.Fact, from cell: String) -> Bool {
    let text = TableRow.onOneLine(cell)
    guard !text.isEmpty else { return true }
    switch fact {
    case .title: title = text
    case .region: region = text
    case .issuer: issuer = text
    case .url: url = text
    case .type:
      guard let type = DocumentType(named: text) else { return false }
      documentType = type
    case .year:
      guard let year = Self.year(text) else { return false }
      self.year = year
    case .date:
      guard let (date, isWhole) = Self.date(text) else { return false }
      self.date = date
      return isWhole
    }
    return true
  }

  /// Parses a year from 1900 to 2099 in digits or Chinese numerals, with or without 年 or 年度.
  private static func year(_ text: String) -> Int? {
    var text = FoldedText(text).string[...]
    for ending in ["年度", "年"] where text.hasSuffix(ending) {
      text.removeLast(ending.count)
      break
    }
    guard text.count == 4, let year = ChineseNumeral.value(of: text), (1900...2099).contains(year)
    else { return nil }
    return year
  }

  /// Parses a date at the start of a text: `2011-3-5`, `2011/03/05`, `2011年3月5日`, `20110305`.
  /// `isWhole` is true if nothing follows it.
  private static func date(_ text: String) -> (CalendarDate, isWhole: Bool)? {
    var rest = FoldedText(text).string.utf8[...]
    func digits(_ most: Int) -> Int? {
      let digits = rest.prefix(most).prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      return Int(String(decoding: digits, as: UTF8.self))
    }
    func skip(_ marks: String...) -> Bool {
      guard let mark = marks.first(where: { rest.starts(with: $0.utf8) }) else { return false }
      rest = rest.dropFirst(mark.utf8.count)
      return true
    }
    guard let year = digits(4), (1900...2099).contains(year) else { return nil }
    let isSeparated = skip("-", "/", ".", "年")
    guard let month = digits(2), !isSeparated || skip("-", "/", ".", "月"), let day = digits(2),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    if isSeparated { _ = skip("日", "号") }
    guard let next = rest.first else { return (date, true) }
    return (0x30...0x39).contains(next) && !isSeparated ? nil : (date, false)
  }
}
