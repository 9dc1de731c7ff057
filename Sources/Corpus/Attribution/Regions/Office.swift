/// The name of an office that follows the name of its region: 教育局 in 江阳教育局.
///
/// 经济特区 also counts. Some offices restrict the level of the region: a 教育厅 belongs to a province, a
/// 教育局 never does.
struct Office {
  /// The length of the name in characters.
  let characterCount: Int
  private let levels: ClosedRange<Division.Level>

  /// Parses the office at a position, or returns `nil` if there is none.
  init?(in text: RegionCharacters, at place: Int) {
    guard text.isHan(at: place) else { return nil }
    guard let office = Self.offices.first(where: { text.has($0.word, at: place) }) else {
      return nil
    }
    characterCount = office.word.letters.count
    levels = office.levels
  }

  /// Returns true if a division of this level can have the office.
  func fits(_ division: Division) -> Bool { levels.contains(division.level) }

  private static let provincial = Division.Level.province...Division.Level.province
  private static let local = Division.Level.prefecture...Division.Level.county
  private static let every = Division.Level.province...Division.Level.county
  /// Each name precedes the shorter ones that it begins with.
  private static let offices: [(word: RegionCharacters.Word, levels: ClosedRange<Division.Level>)] =
    [
      ("教育和体育局", local), ("教育体育局", local), ("教育和科学技术局", local), ("教育科学技术局", local),
      ("教育科技和体育局", local), ("教育科技体育局", local), ("教育科技局", local), ("教育科学局", local),
      ("教育文化体育局", local), ("教育文体局", local), ("教育局", local), ("教体科技局", local), ("教体局", local),
      ("教科体局", local), ("教科文局", local), ("教科局", local), ("教文体局", local), ("教文局", local),
      ("文教体局", local), ("文教局", local), ("教育厅", provincial), ("教育委员会", every), ("教育工作委员会", every),
      ("教育工委", every), ("教委", every), ("人民政府", every), ("政府", every), ("人民代表大会", every),
      ("人大", every),
      ("政协", every), ("人民法院", every), ("人民检察院", every), ("检察院", every), ("公安局", local),
      ("财政局", local),
      ("民政局", local), ("司法局", local), ("审计局", local), ("统计局", every), ("卫生局", local),
      ("文化局", local),
      ("体育局", every), ("农业局", local), ("林业局", every), ("水利局", local), ("交通局", local),
      ("财政厅", provincial),
      ("民政厅", provincial), ("公安厅", provincial), ("司法厅", provincial), ("文化厅", provincial),
      ("招生办", every), ("教育考试院", every), ("教科所", every), ("教研室", every), ("进修学校", every),
      ("经济特区", every),
    ]
}
