/// A line of a compilation that says whose section begins: `一、江阳区`, `（二）龙马潭区教育局`, 纳溪区 alone.
///
/// Behind the number and the name, with the names of what it lies in before it, stand an office and the
/// words for what is reported at most.
struct PlaceLine {
  /// The region that it names.
  let region: OwnRegion
  /// Its number.
  let marker: HeadingMarker?

  /// Reads a paragraph, or returns `nil` if it is none of these lines.
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

  /// Whether a paragraph is short enough, is no sentence, and has a character that a name or an office
  /// ends with, or is so short that it may be a stem: the cheap question before the dear one.
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

  /// Whether nothing stands behind the name but an office and words for what is reported.
  private static func isTail(_ characters: RegionCharacters, from place: Int) -> Bool {
    var place = place
    if let office = Office(in: characters, at: place) { place += office.characterCount }
    while place < characters.count {
      guard let word = tail.first(where: { characters.has($0, at: place) }) else { return false }
      place += word.letters.count
    }
    return true
  }

  /// The number of characters that none of these lines exceeds.
  private static let longest = 30
  private static let tail: [RegionCharacters.Word] = [
    "教育", "工作", "总结", "小结", "情况", "汇报", "计划", "上半年", "下半年", "年度", "年", "0", "1", "2", "3", "4",
    "5", "6", "7", "8", "9", ":", "(", ")", "的",
  ]
  /// The number of characters that no number with a stem exceeds.
  private static let longestStem = 8
  private static let units = Set("省市县縣区區州盟旗局委".unicodeScalars)
  /// What most short lines end with that are none of these.
  private static let sentenceEnds: Set<Unicode.Scalar> = ["。", "；", ";", "，", ",", "！", "？", "、"]
}
