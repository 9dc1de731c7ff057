/// A Stata script that imports a hit list with the types and labels of its columns, and a line of R
/// code that reads the same table.
struct StataScript {
  private let tableName: String
  private let columns: [HitColumn]
  private let encoding: HitListOptions.Encoding

  /// Creates a script.
  ///
  /// - Parameter tableName: The name of the CSV file, relative to Stata's working directory.
  init(tableName: String, _ options: HitListOptions) {
    self.tableName = tableName
    columns = HitColumn.list(of: options.row)
    encoding = options.encoding
  }

  /// The script, for Stata 14 and later.
  var text: String {
    let texts = columns.indices.filter { !Self.numbers.contains(columns[$0].name) }
      .map { "\($0 + 1)" }.joined(separator: " ")
    let lines =
      [
        "* 用法：在 Stata 里进入这个文件夹（cd），再运行本文件（do）。要 Stata 14 以上。",
        "clear",
        "import delimited using \(Self.quoted(tableName)), delimiters(\",\") varnames(1) ///",
        "  case(preserve) bindquote(strict) maxquotedrows(unlimited) ///",
        "  encoding(\"\(encoding.rawValue.uppercased())\") stringcols(\(texts))",
        "label define yesno 0 \"否\" 1 \"是\"",
      ]
      + Self.flags.flatMap { name in
        [
          "replace \(name) = cond(\(name) == \"true\", \"1\", \"0\")", "destring \(name), replace",
          "label values \(name) yesno",
        ]
      } + columns.map { "label variable \($0.name) \"\($0.label)\"" } + ["compress"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The line of R code that reads the table.
  var readingLine: String {
    let texts = columns.filter { ["region_code", "mention_year_row"].contains($0.name) }
      .map { "\($0.name) = \"character\"" }.joined(separator: ", ")
    let name = tableName.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "read.csv(\"\(name)\", fileEncoding = \"\(encoding.rawValue.uppercased())\", "
      + "na.strings = \"\", colClasses = c(\(texts)))"
  }

  /// The names of the Boolean columns.
  private static let flags = ["report_year_conflict", "incomplete"]

  /// The names of the numeric columns.
  private static let numbers: Set = [
    "matches", "paragraph_number", "page", "report_year", "mention_year_from", "mention_year_to",
    "score", "rank", "dup_count", "source_part", "char_from", "char_to",
  ]

  /// Returns the name in Stata's compound quotes, which may contain quotation marks.
  private static func quoted(_ name: String) -> String { "`\"\(name)\"'" }
}
