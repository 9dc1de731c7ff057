public import TextAnalysis

/// A year, place name or number in a text: a part that changes when the text is reused elsewhere.
///
/// | Text                       | Mentions                                       |
/// |----------------------------|------------------------------------------------|
/// | `2011年江阳区新建学校13所`    | year 2011年, place 江阳区, number 13             |
/// | `“十二五”期间增长12.5%`       | year “十二五”期间, number 12.5%                  |
/// | `XX县今年投入三十二万元`       | place XX县, year 今年, number 三十二             |
/// | `统一安排，一些学校`           | none                                           |
public struct Mention: Hashable, Sendable {
  /// The kind of mention.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A year, a five-year plan, a placeholder for a year, or a relative year such as 今年.
    case year
    /// An administrative division, possibly with a placeholder as its name.
    case place
    /// A number in digits, or in at least two Chinese numerals.
    case number
  }

  /// The kind of mention.
  public let kind: Kind
  /// The range in characters (Unicode scalars) of the folded text.
  public let characters: Range<Int>

  /// Returns the mentions of a text in text order, without overlaps.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public static func mentions(in original: String, folded: FoldedText) -> [Mention] {
    let text = YearText(folded: folded)
    var places = RegionNames(in: original).names.map(\.characters)[...]
    var mentions: [Mention] = []
    var place = 0
    while place < text.count {
      while let first = places.first, first.lowerBound < place { places.removeFirst() }
      let found: Mention?
      if let range = places.first, range.lowerBound == place {
        found = Mention(kind: .place, characters: range)
      } else if let end = yearEnd(text, at: place) {
        found = Mention(kind: .year, characters: place..<end)
      } else if let end = numberEnd(text, at: place) {
        found = Mention(kind: .number, characters: place..<end)
      } else {
        found = nil
      }
      if let found { mentions.append(found) }
      place = found?.characters.upperBound ?? place + 1
    }
    return mentions
  }

  private static func yearEnd(_ text: YearText, at place: Int) -> Int? {
    guard TimeTriggers.shared.contains(text[place]) else { return nil }
    let expression =
      FiveYearPlan.read(text, at: place) ?? RepublicanYears.read(text, at: place)
      ?? CalendarYears.read(text, at: place).expression ?? RelativeYears.read(text, at: place)
    guard let expression, expression.range.lowerBound == place, expression.range.upperBound > place
    else { return nil }
    return expression.range.upperBound
  }

  private static func numberEnd(_ text: YearText, at place: Int) -> Int? {
    var end = place
    func isDigit(_ place: Int) -> Bool { ("0"..."9").contains(text[place]) }
    if isDigit(place) {
      while isDigit(end) || (text[end] == "." || text[end] == ",") && isDigit(end + 1) { end += 1 }
      return text[end] == "%" || text[end] == "‰" ? end + 1 : end
    }
    while ChineseNumeral.isNumeral(text[end]) { end += 1 }
    return end - place >= 2 ? end : nil
  }
}
