import TextAnalysis

/// Documents delivered at a meeting: a 政府工作报告 or a 讲话.
///
/// Such a document calls the year of delivery "this year" and reviews the year before. The date of
/// delivery follows the title: `——2015年1月20日在某县第九届人民代表大会第四次会议上`, `（2012年2月20日）`.
enum DeliveredDocument {
  /// Returns true if the document type or the title identifies a delivered document.
  ///
  /// If the title has no known document type, the lines below the title are searched for 政府工作报告.
  static func isOne(title: String, type: DocumentType, paragraphs: [Paragraph]) -> Bool {
    if type == .speech || FoldedText(title).string.contains(name) { return true }
    return TitleType.type(ofTitle: title) == nil && isNamed(in: paragraphs)
  }

  /// Returns true if one of the first eight short paragraphs contains 政府工作报告.
  static func isNamed(in paragraphs: [Paragraph]) -> Bool {
    paragraphs.prefix(longestHead).contains {
      $0.text.utf8.count <= longestLine * 3 && $0.text.contains(name)
    }
  }

  /// Returns the date of delivery from the lines below the title, with the line that contains it.
  ///
  /// Only the first eight paragraphs after the title are read. If several lines have a date, as in
  /// amended laws, the one with the latest year is returned.
  static func day(below paragraphs: [Paragraph]) -> (date: WrittenDate, line: String)? {
    let start = paragraphs.firstIndex { $0.kind == .title }.map { $0 + 1 } ?? 0
    var last: (date: WrittenDate, line: String)?
    for paragraph in paragraphs[start...].prefix(longestHead) where paragraph.kind == .body {
      guard paragraph.text.utf8.count <= longestLine * 3 else { continue }
      let line = Array(FoldedText(paragraph.text).string.unicodeScalars)
      guard let date = WrittenDate(in: line), !line.contains("。"),
        !paragraph.text.contains("施行")
      else { continue }
      let before = line[..<date.range.lowerBound].filter { !marks.contains($0) }
      let isOpening = before.isEmpty || before.suffix(name.count).elementsEqual(name.unicodeScalars)
      guard isOpening || line[date.range.upperBound...] == [")"] else { continue }
      if last.map({ $0.date.year < date.year }) ?? true { last = (date, paragraph.text) }
    }
    return last
  }

  /// Returns the kind of section that an opening sentence such as `今年政府工作的总体要求是` starts, or `nil`
  /// if it starts none.
  static func section(openedBy paragraph: String) -> SectionKind? {
    let opening = paragraph.unicodeScalars.prefix(4)
    guard let first = opening.first, "一过回今２2新做按".unicodeScalars.contains(first) else { return nil }
    let text = FoldedText(String(String.UnicodeScalarView(paragraph.unicodeScalars.prefix(30))))
      .string
    if reviews.contains(where: { text.hasPrefix($0) }) { return .review }
    if plans.contains(where: { text.hasPrefix($0) }) { return .plan }
    let isYear = YearDigits.year(ArraySlice(text.unicodeScalars.prefix(4))) != nil
    return isYear && text.contains("总体要求") ? .plan : nil
  }

  private static let name = "政府工作报告"
  private static let reviews = ["过去一年", "过去五年", "过去的一年", "过去的五年", "一年来"]
  private static let plans = [
    "今年政府工作", "今年工作的总体", "今年经济社会发展", "今年的主要", "今年是", "今年要", "今后五年", "做好今年", "新的一年", "今年发展主要",
  ]
  private static let marks: Set<Unicode.Scalar> = ["-", "—", "–", "─", "(", "―", "一", "●", "*"]
  /// The maximum number of lines between the title and the text.
  private static let longestHead = 8
  /// The maximum length of such a line in Han characters, which take three bytes each.
  private static let longestLine = 80
}
