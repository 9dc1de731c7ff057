import TextAnalysis

/// The year that a report is about, by the month in which it was signed or published.
///
/// A 总结 is written when its year is over: dated January to March it is about the year before. That of
/// a part of a year that ends by March (第一季度, 春季开学) is about its own, as is everything else.
enum ReportingSeason {
  /// Returns the year that a report of a month is about.
  static func year(_ year: Int, month: Int, of type: DocumentType, title: String) -> Int {
    guard month <= 3, type.isSummary else { return year }
    let title = FoldedText(title).string
    return parts.contains { title.contains($0) } ? year : year - 1
  }

  private static let parts = ["一季度", "1季度", "首季", "春", "开学", "寒假", "1月", "2月", "一月", "二月"]
}
