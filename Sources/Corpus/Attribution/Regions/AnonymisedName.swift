/// A name that was replaced before the text was published: `**区`, XX县, 某某市, ××县, XXX县区, xx教育局.
///
/// One or more signs of the same kind stand before what says that it is a division, or before an office.
/// Letters and digits before the signs make it something else: `tex县`.
struct AnonymisedName {
  /// The characters of the text.
  let characters: Range<Int>

  /// Reads the name that begins at a place of a text.
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
    // 二〇区 counts something.
    guard count > 1 || sign != "〇" && sign != "○" else { return nil }
    if let unit = Self.units.first(where: { text.has($0, at: end) }) {
      characters = place..<end + unit.letters.count
      guard !PlaceBoundary.isInsideWords(characters, of: text) else { return nil }
      return
    }
    guard count > 1, Office(in: text, at: end) != nil else { return nil }
    characters = place..<end
  }

  /// The number of signs that no name exceeds: a line of them separates parts of a page.
  private static let mostSigns = 6
  private static let signs: Set<Unicode.Scalar> = ["*", "x", "×", "某", "○", "〇", "□", "_"]
  /// What says that a division is named, the longer before those that they begin with.
  private static let units: [RegionCharacters.Word] = [
    "自治区", "自治州", "自治县", "县(市、区)", "县(区)", "县(市)", "市(区)", "市(县)", "县市区", "县区", "市区", "区县",
    "地区", "新区", "省", "市", "县", "区", "州", "盟", "旗",
  ]
}
