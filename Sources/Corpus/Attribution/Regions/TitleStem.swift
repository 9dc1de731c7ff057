/// A stem at the beginning of a title that only the body text can confirm: 绍兴 in 绍兴古城保护条例.
///
/// It is a place name if the text contains the full name of exactly one of its divisions, such as
/// 绍兴市. 朝阳产业发展规划, whose text names no 朝阳市, 朝阳县 or 朝阳区, has no region.
struct TitleStem {
  /// The possible divisions, ascending by code.
  let candidates: [Division]
  /// The original text of the stem.
  let evidence: String

  /// Parses the stem at the beginning of a title, after a year and introductory words.
  init?(of title: String) {
    let text = RegionText(title)
    let characters = text.characters
    var place = 0
    while let scalar = characters[place], Self.skipped.contains(scalar) { place += 1 }
    for word in Self.opening where characters.has(word, at: place) { place += word.letters.count }
    let entries = NameLexicon.shared.entries(in: characters.units, at: place)
    guard let stem = entries.first(where: { $0.trust == .inContext }) else { return nil }
    candidates = stem.divisions.map { Divisions.shared.all[$0] }
    evidence = text.written(place..<place + stem.letters.count)
  }

  private static let skipped = Set("《(\"0123456789年度-—".unicodeScalars)
  private static let opening: [RegionCharacters.Word] = ["关于", "中国", "("]
}
