/// A line that begins the section of a place in a compilation: `一、江阳区`, `（二）龙马潭区教育局`, 纳溪区 alone.
///
/// It consists of an optional number, a name with those of its containing divisions, an optional
/// office, and generic words such as 工作总结.
struct PlaceLine {
  /// The region named by the line.
  let region: OwnRegion
  /// The number of the line, if it has one.
  let marker: HeadingMarker?

  /// Parses a paragraph, or returns `nil` if it is not such a line.
  init?(_ paragraph: Paragraph) {
    guard Self.mayBe(paragraph) else { return nil }
    marker = HeadingMarker(startOf: paragraph.text)
    if let marker, marker.form < .chinese { return nil }
    let scalars = paragraph.text.unicodeScalars.dropFirst(marker?.characterCount ?? 0)
    let names = RegionNames(
      in: String(String.UnicodeScalarView(scalars)),
      isName: marker != nil && paragraph.kind == .heading)
    guard let region = OwnRegion(of: names), region.characters.lowerBound == 0,
      Self.isTail(names.text.characters, from: region.characters.upperBound)
    else { return nil }
    self.region = region
  }

  /// Returns false if a paragraph cannot be such a line. This cheap check precedes the expensive
  /// parse.
  ///
  /// The paragraph must be short and must not end like a sentence. It must contain the last
  /// character of a division or office name, or be a heading short enough to contain only a stem.
  private static func mayBe(_ paragraph: Paragraph) -> Bool {
    switch paragraph.kind {
    case .heading, .body, .list: break
    case .title, .table, .signature: return false
    }
    let bytes = paragraph.text.utf8
    guard bytes.count <= 3 * longest else { return false }
    guard let last = paragraph.text.unicodeScalars.last, !sentenceEnds.contains(last) else {
      return false
    }
    if paragraph.kind == .heading, bytes.count <= 3 * longestStem { return true }
    return paragraph.text.unicodeScalars.contains { $0.value > 0x7F && units.contains($0) }
  }

  /// Returns true if the name is followed only by an office and generic words.
  private static func isTail(_ characters: RegionCharacters, from place: Int) -> Bool {
    var place = place
    if let office = Office(in: characters, at: place) { place += office.characterCount }
    while place < characters.count {
      guard let word = tail.first(where: { characters.has($0, at: place) }) else { return false }
      place += word.letters.count
    }
    return true
  }

  /// The maximum length of such a line in Han characters, which take three bytes each.
  private static let longest = 30
  private static let tail: [RegionCharacters.Word] = [
    "教育", "工作", "总结", "小结", "情况", "汇报", "计划", "上半年", "下半年", "年度", "年", "0", "1", "2", "3", "4",
    "5", "6", "7", "8", "9", ":", "(", ")", "的",
  ]
  /// The maximum length of a heading with a number and a stem, in Han characters.
  private static let longestStem = 8
  private static let units = Set("省市县縣区區州盟旗局委".unicodeScalars)
  /// The final characters of most other short lines.
  private static let sentenceEnds: Set<Unicode.Scalar> = ["。", "；", ";", "，", ",", "！", "？", "、"]
}
