/// A division name that was anonymised before publication: `**区`, XX县, 某某市, ××县, XXX县区, xx教育局.
///
/// It consists of one or more placeholder characters of the same kind, followed by a division
/// suffix or an office. A letter before x excludes it: `tex县`.
struct AnonymisedName {
  /// The range in characters of the folded text.
  let characters: Range<Int>

  /// Parses the name that begins at a position, or returns `nil` if there is none.
  init?(in text: RegionCharacters, at place: Int) {
    guard let sign = text[place], Self.signs.contains(sign), text[place - 1] != sign else {
      return nil
    }
    if sign == "x", let before = text[place - 1], before.isASCII, before.properties.isAlphabetic {
      return nil
    }
    var end = place + 1
    while text[end] == sign, end - place <= Self.mostSigns { end += 1 }
    let count = end - place
    guard count <= Self.mostSigns, sign != "某" || count <= 2 else { return nil }
    // 二〇区 contains a number.
    guard count > 1 || sign != "〇" && sign != "○" else { return nil }
    if let unit = Self.units.first(where: { text.has($0, at: end) }) {
      characters = place..<end + unit.letters.count
      guard !PlaceBoundary.isInsideWords(characters, of: text) else { return nil }
      return
    }
    guard count > 1, Office(in: text, at: end) != nil else { return nil }
    characters = place..<end
  }

  /// The maximum number of placeholder characters. Longer runs are separator lines.
  private static let mostSigns = 6
  private static let signs: Set<Unicode.Scalar> = ["*", "x", "×", "某", "○", "〇", "□", "_"]
  /// Division suffixes. A suffix precedes the shorter ones that it begins with.
  private static let units: [RegionCharacters.Word] = [
    "自治区", "自治州", "自治县", "县(市、区)", "县(区)", "县(市)", "市(区)", "市(县)", "县市区", "县区", "市区", "区县",
    "地区", "新区", "省", "市", "县", "区", "州", "盟", "旗",
  ]
}
