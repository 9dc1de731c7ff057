/// Divisions that a paragraph names as its own, as the acting office or in a document it drafted.
///
/// | Text                                       | Its own                         |
/// |--------------------------------------------|---------------------------------|
/// | 古蔺县教育局组织了视导。                        | 古蔺县                           |
/// | 县教育局制定了《古蔺县幼儿园管理办法》            | 古蔺县                           |
/// | 印发了《评价意见》、《古蔺县考试方案》             | 古蔺县                           |
/// | 古蔺县教育局来我区考察                          | none: a visitor                   |
/// | 与古蔺县教育局结对                             | none                             |
/// | 根据《四川省教育厅通知》                        | none: cited, not drafted            |
struct RegionConflict {
  /// The divisions in text order.
  let divisions: [Division]
  /// The original text that names the first division.
  let evidence: String?

  /// Finds the divisions in a paragraph.
  ///
  /// - Parameters:
  ///   - text: The paragraph.
  ///   - others: The divisions to look for.
  init(in text: String, with others: [Division]) {
    let found = RegionNames(in: text)
    let characters = found.text.characters
    var divisions: [Division] = []
    var evidence: String?
    for name in found.names {
      let candidates = name.candidates.filter(others.contains)
      guard candidates.count == 1, !divisions.contains(candidates[0]),
        let end = Self.endOfOwn(name.characters, in: characters)
      else { continue }
      divisions.append(candidates[0])
      if evidence == nil { evidence = found.text.written(name.characters.lowerBound..<end) }
    }
    self.divisions = divisions
    self.evidence = evidence
  }

  /// Returns the end of the evidence if the paragraph names the division as its own, or `nil`.
  private static func endOfOwn(_ name: Range<Int>, in characters: RegionCharacters) -> Int? {
    if let office = Office(in: characters, at: name.upperBound) {
      let end = name.upperBound + office.characterCount
      if let next = characters[end], guests.contains(next) { return nil }
      return isClauseStart(name.lowerBound, in: characters) ? end : nil
    }
    return isDrafted(name, in: characters) ? name.upperBound : nil
  }

  private static func isClauseStart(_ place: Int, in characters: RegionCharacters) -> Bool {
    guard let before = characters[place - 1] else { return true }
    return clauseEnds.contains(before)
  }

  /// Returns true if a name begins the title of a drafted document, or of one in a list of such
  /// titles.
  private static func isDrafted(_ name: Range<Int>, in characters: RegionCharacters) -> Bool {
    var start = name.lowerBound - 1
    guard characters[start] == "《" else { return false }
    while characters[start - 1] == "、" || characters[start - 1] == ",",
      characters[start - 2] == "》"
    {
      start -= 3
      while start >= 0, characters[start] != "《" { start -= 1 }
    }
    let end = characters[start - 1] == "了" ? start - 1 : start
    return drafting.contains { characters.has($0, before: end) }
  }

  private static let guests = Set("来到赴前一领与和、的".unicodeScalars)
  private static let clauseEnds = Set(",。;:!?、年月日)\"'".unicodeScalars)
  private static let drafting: [RegionCharacters.Word] = [
    "制定", "制订", "拟定", "拟订", "下发", "印发", "出台", "编制", "发布", "颁布", "起草", "修订", "完善",
  ]
}
