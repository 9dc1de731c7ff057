package import ReportSearch

extension QueryReading {
  /// Returns the parsed query, if it differs from the query as typed, and the notes about it, one a
  /// line; `nil` if there is neither.
  ///
  /// - Parameter typed: The query as the user typed it. Differences in white space are ignored.
  package func message(typed: String, in language: Language) -> String? {
    let normal = query.description
    var lines = notes.map { $0.message(in: language) }
    if Self.words(of: typed) != Self.words(of: normal) {
      lines.insert(language.choose("解析为：", "Parsed as: ") + normal, at: 0)
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func words(of text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }
}
