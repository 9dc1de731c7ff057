/// A stem that begins a title, for which only the text can vouch: 绍兴 in 绍兴古城保护条例.
///
/// It is a place if the text names one of its divisions in full, and only one: 绍兴市. 朝阳产业发展规划, whose text
/// names no 朝阳市, 朝阳县 or 朝阳区, is about none.
struct TitleStem {
  /// The divisions that it may mean, ascending by code.
  let candidates: [Division]
  /// The characters, as they stand.
  let evidence: String

  /// Reads the stem at the start of a title, behind its year and its opening words.
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
