package import ReportSearch

extension QueryReading {
  /// How the query was understood, where that is not what was typed, and what was taken for text: a line
  /// each; `nil` if there is nothing to tell.
  ///
  /// - Parameter typed: The query as the user typed it; white space counts as the same.
  package func message(typed: String, in language: Language) -> String? {
    let normal = query.description
    var lines = notes.map { $0.message(in: language) }
    if Self.words(of: typed) != Self.words(of: normal) {
      lines.insert(language.choose("读作：", "Read as: ") + normal, at: 0)
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func words(of text: String) -> [Substring] {
    text.split(whereSeparator: \.isWhitespace)
  }
}
