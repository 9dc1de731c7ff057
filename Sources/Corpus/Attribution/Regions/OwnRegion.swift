/// The region that a short text names as its own.
///
/// This is the first place named, narrowed to its smallest division: 江阳区 in 四川省泸州市江阳区教育局2011年工作总结.
///
/// | Text                                   | Its own                                        |
/// |----------------------------------------|------------------------------------------------|
/// | 泸县教育局关于转发四川省教育厅通知的报告     | 泸县                                            |
/// | 转发四川省教育厅关于校车安全的通知           | none: what is passed on is another's             |
/// | 关于印发《泸县教育事业规划》的通知           | 泸县: names in 《》 count where no other is       |
/// | 江阳区、纳溪区2011年工作总结               | both, so it is not known                         |
/// | 四川省XX县教育局                         | anonymised, in 四川省                             |
struct OwnRegion {
  /// The possible divisions, ascending by code. For an anonymised region, the divisions that
  /// contain it.
  let candidates: [Division]
  /// True if the name was anonymised.
  let isAnonymised: Bool
  /// The original text that names the region.
  let evidence: String
  /// The original name without those of the containing divisions.
  let name: String
  /// All divisions named unambiguously in the text.
  let named: [Division]
  /// The range of the evidence in characters of the folded text.
  let characters: Range<Int>

  /// Finds the region of a text, or returns `nil` if the text names none.
  init?(of text: String, isName: Bool = false) {
    self.init(of: RegionNames(in: text, isName: isName))
  }

  /// Finds the region among the names of a text.
  init?(of found: RegionNames) {
    let text = found.text.characters
    let own = found.names.filter { !Self.isCited($0.characters, in: text) }
    guard
      let start = own.firstIndex(where: { !Self.isQuoted($0.characters, in: text) })
        ?? own.indices.first
    else { return nil }
    var last = own[start]
    var within: [Division] = []
    var place = start
    while place + 1 < own.count, Self.continues(last, own[place + 1], in: text) {
      place += 1
      if own[place].isAnonymised { within = last.isAnonymised ? within : last.candidates }
      last = own[place]
    }
    var candidates = last.isAnonymised ? within : last.candidates
    while !last.isAnonymised, place + 1 < own.count,
      Self.joins(own[place].characters, own[place + 1].characters, in: text)
    {
      place += 1
      candidates += own[place].candidates.filter { !candidates.contains($0) }
    }
    self.candidates = candidates.sorted { $0.code < $1.code }
    isAnonymised = last.isAnonymised
    characters = own[start].characters.lowerBound..<own[place].characters.upperBound
    evidence = found.text.written(characters)
    name = found.text.written(last.characters.lowerBound..<characters.upperBound)
    named = found.names.filter { $0.candidates.count == 1 }.map { $0.candidates[0] }
  }

  /// Returns true if `next` is a division within `name` and only punctuation separates them.
  private static func continues(
    _ name: RegionNames.Name, _ next: RegionNames.Name, in text: RegionCharacters
  ) -> Bool {
    let gap = name.characters.upperBound..<next.characters.lowerBound
    guard gap.count <= 2, gap.allSatisfy({ PlaceBoundary.marks.contains(text[$0]!) }) else {
      return false
    }
    if next.isAnonymised { return gap.isEmpty }
    if name.isAnonymised { return gap.isEmpty }
    return next.candidates.contains { $0.liesInAny(of: name.candidates) }
  }

  /// Returns true if a conjunction coordinates two names: 江阳区、纳溪区, 江阳区和纳溪区.
  private static func joins(_ name: Range<Int>, _ next: Range<Int>, in text: RegionCharacters)
    -> Bool
  {
    next.lowerBound - name.upperBound == 1 && joints.contains(text[name.upperBound]!)
  }

  /// Returns true if the name is inside the title of another document (《》).
  private static func isQuoted(_ name: Range<Int>, in text: RegionCharacters) -> Bool {
    var place = name.lowerBound - 1
    while let scalar = text[place] {
      if scalar == "》" { return false }
      if scalar == "《" { return true }
      place -= 1
    }
    return false
  }

  /// Returns true if a verb before the name shows that it belongs to a document or place that is
  /// only cited, forwarded, visited or assisted.
  private static func isCited(_ name: Range<Int>, in text: RegionCharacters) -> Bool {
    citing.contains { text.has($0, before: name.lowerBound) }
  }

  private static let joints: Set<Unicode.Scalar> = ["、", "和", "与", "及"]
  private static let citing: [RegionCharacters.Word] = [
    "转发", "贯彻", "落实", "执行", "学习", "赴", "支援", "援", "帮扶", "考察", "参加", "按照", "根据",
  ]
}
