public import TextAnalysis

/// A year, a place or a number that a text names: what is changed when a text is used again.
///
/// | Text                       | Mentions                                       |
/// |----------------------------|------------------------------------------------|
/// | `2011年江阳区新建学校13所`    | year 2011年, place 江阳区, number 13             |
/// | `“十二五”期间增长12.5%`       | year “十二五”期间, number 12.5%                  |
/// | `XX县今年投入三十二万元`       | place XX县, year 今年, number 三十二             |
/// | `统一安排，一些学校`           | none                                           |
public struct Mention: Hashable, Sendable {
  /// What is named.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A time by its year, a plan's years, a year taken out, or one that is counted from the report's.
    case year
    /// A division of the country, or one whose name was taken out.
    case place
    /// A number in digits, or in at least two Chinese numerals.
    case number
  }

  /// What is named.
  public let kind: Kind
  /// Where it stands, in folded characters.
  public let characters: Range<Int>

  /// Returns what a text names, in its order; mentions do not overlap.
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
