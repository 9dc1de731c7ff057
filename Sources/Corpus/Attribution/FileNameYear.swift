import TextAnalysis

/// The year in the name of a file: 2011 in `青溪县教育局2011年工作总结.doc`.
///
/// The name is read as a title is. Files are also named by the day on which they were saved and by
/// numbers of programs, and these tell nothing; a name that is nothing but four digits is a year if
/// something in the text vouches for it.
///
/// | Name                       | Year |
/// |----------------------------|------|
/// | `青溪县工作总结（2011）`       | 2011 |
/// | `青溪县工作总结2011(1)`        | 2011 |
/// | `工作总结2019-08-12`         | none |
/// | `2019年8月12日保存的网页`      | none |
/// | `2011`, of a text with 2011年 | 2011 |
/// | `report_2011`              | none |
enum FileNameYear {
  /// Returns the year of a report whose file has a name.
  ///
  /// - Parameters:
  ///   - name: The name without its extension.
  ///   - isVouchedFor: Whether the text vouches for a year.
  static func year(ofFile name: String, isVouchedFor: (Int) -> Bool) -> ReportYear {
    let digits = Array(name.unicodeScalars)
    if digits.count == 4, digits.allSatisfy(\.isASCII), let year = YearDigits.year(digits[...]) {
      return isVouchedFor(year)
        ? ReportYear(year: year, basis: .filename, evidence: name) : .unknown
    }
    let title = withoutCopyNumber(FoldedText(name).string)
    let scalars = Array(title.unicodeScalars)
    guard scalars.contains(where: { $0.properties.isIdeographic }), !holdsDay(scalars) else {
      return .unknown
    }
    // A number at the end is a year only behind a word: 总结2011, not 总结_2011.
    if let digits = scalars.dropLast(4).last, YearDigits.year(scalars.suffix(4)) != nil,
      !digits.properties.isIdeographic
    {
      return .unknown
    }
    guard let year = TitleYear.year(ofTitle: title).year else { return .unknown }
    return ReportYear(year: year, basis: .filename, evidence: name)
  }

  /// Whether a day stands in the name.
  private static func holdsDay(_ name: [Unicode.Scalar]) -> Bool {
    guard let date = WrittenDate(in: name) else { return false }
    return name[date.range.upperBound - 1] != "月"
  }

  /// Leaves the number out that browsers give to copies: `(1)`.
  private static func withoutCopyNumber(_ name: String) -> String {
    guard name.hasSuffix(")"), let bracket = name.lastIndex(of: "(") else { return name }
    let number = name[name.index(after: bracket)...].dropLast()
    let isCopy = (1...2).contains(number.count) && number.allSatisfy(\.isASCII)
    return isCopy ? String(name[..<bracket]) : name
  }
}
