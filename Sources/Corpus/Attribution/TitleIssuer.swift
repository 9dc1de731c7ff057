import TextAnalysis

/// Extracts the issuer of a report from its title or the lines above the title.
///
/// | Title                                    | Issuer               |
/// |------------------------------------------|----------------------|
/// | `某县教育局2011年工作总结`                   | 某县教育局           |
/// | `2015年云岭县政府工作报告`                   | 云岭县政府           |
/// | `青溪县人民政府办公室关于印发《…》的通知`        | 青溪县人民政府办公室 |
/// | `关于印发《青溪县教育局2016年工作要点》的通知`   | 青溪县教育局         |
/// | `在全县教育工作会议上的讲话`                  | none                 |
enum TitleIssuer {
  /// Returns the issuer's name as written in the title, or `nil` if the title names none.
  static func name(in title: String, of type: DocumentType) -> String? {
    let folded = FoldedText(title)
    guard let name = name(inFolded: folded.string, of: type),
      let place = folded.occurrences(of: FoldedText(name)).first
    else { return nil }
    let bytes = Array(title.utf8)[folded.originalUTF8Range(ofCharacters: place)]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns the issuer's name from the lines above the title (青溪县教育局 or 青溪县教育局文件), or `nil`.
  static func name(above paragraphs: [Paragraph]) -> String? {
    guard let title = paragraphs.firstIndex(where: { $0.kind == .title }), title <= longestHead
    else { return nil }
    for paragraph in paragraphs[..<title] where paragraph.text.utf8.count <= longestLine * 3 {
      let name =
        paragraph.text.hasSuffix("文件") ? String(paragraph.text.dropLast(2)) : paragraph.text
      if OfficeName.isName(FoldedText(name).string) { return name }
    }
    return nil
  }

  /// The maximum number of lines above a title.
  private static let longestHead = 5
  /// The maximum length of such a line in Han characters, which take three bytes each.
  private static let longestLine = 30

  private static func name(inFolded title: String, of type: DocumentType) -> String? {
    if let about = title.firstRange(of: "关于"), about.lowerBound > title.startIndex {
      let name = withoutYear(String(title[..<about.lowerBound]))
      if let found = OfficeName.prefix(of: name), found == name || !name.contains("、") {
        return found
      }
      return OfficeName.isName(name) ? name : nil
    }
    // 法院组织法 is not issued by a court, and 村民委员会选举办法 not by a committee.
    guard type != .law, type != .measures else { return nil }
    if title.hasPrefix("关于印发《") {
      return OfficeName.prefix(of: withoutYear(String(title.dropFirst(5))))
    }
    return OfficeName.prefix(of: withoutYear(title))
  }

  /// Removes the year at the beginning of a title: `2011年度`, `xxxx年`, `2011-2012学年`, `2011`.
  private static func withoutYear(_ title: String) -> String {
    let scalars = title.unicodeScalars
    let isDigit = { (scalar: Unicode.Scalar) in
      YearDigits.digit(scalar) != nil || "x*×-—–至年度()《【".unicodeScalars.contains(scalar)
    }
    // A county may also be written as xx, so the prefix must end with 年 or begin with a year's four
    // digits.
    let digits = scalars.prefix(while: isDigit)
    guard digits.count >= 4 else { return title }
    if let year = digits.lastIndex(of: "年") {
      var rest = scalars[scalars.index(after: year)...]
      if rest.first == "度" { rest = rest.dropFirst() }
      return String(rest)
    }
    var rest = scalars
    guard YearDigits.year(ArraySlice(digits.prefix(4))) != nil else { return title }
    rest.removeFirst(digits.count)
    let text = String(rest)
    return text.hasPrefix("学年") ? String(text.dropFirst(2)) : text
  }
}
