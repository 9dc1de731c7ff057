import TextAnalysis

/// Infers the year that a report is about from its date of signature or publication.
///
/// A 总结 is written after the end of its year, so one dated January to March is about the year
/// before. A 总结 of a period that ends by March (第一季度, 春季开学) is about its own year, as are all other
/// types.
enum ReportingSeason {
  /// Returns the year that a report dated in a given year and month is about.
  static func year(_ year: Int, month: Int, of type: DocumentType, title: String) -> Int {
    guard month <= 3, type.isSummary else { return year }
    let title = FoldedText(title).string
    return parts.contains { title.contains($0) } ? year : year - 1
  }

  private static let parts = ["一季度", "1季度", "首季", "春", "开学", "寒假", "1月", "2月", "一月", "二月"]
}
