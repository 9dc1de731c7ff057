/// The region that a short text tells as its own.
///
/// It is the first that is named, down to the smallest: 江阳区 in 四川省泸州市江阳区教育局2011年工作总结.
///
/// | Text                                   | Its own                                        |
/// |----------------------------------------|------------------------------------------------|
/// | 泸县教育局关于转发四川省教育厅通知的报告     | 泸县                                            |
/// | 转发四川省教育厅关于校车安全的通知           | none: what is passed on is another's             |
/// | 关于印发《泸县教育事业规划》的通知           | 泸县: names in 《》 count where no other is       |
/// | 江阳区、纳溪区2011年工作总结               | both, so it is not known                         |
/// | 四川省XX县教育局                         | anonymised, in 四川省                             |
struct OwnRegion {
  /// The divisions that it may be; of an anonymised region those that it lies in.
  let candidates: [Division]
  /// Whether its name was replaced.
  let isAnonymised: Bool
  /// The characters that tell it, as they stand.
  let evidence: String
  /// The name without those of the divisions that it lies in, as it stands.
  let name: String
  /// All divisions that are named in the text, without those whose names several have.
  let named: [Division]
  /// Where the names stand that tell it, in folded characters.
  let characters: Range<Int>

  /// Reads the region of a text, or `nil` if it names none.
  init?(of text: String, isName: Bool = false) {
    self.init(of: RegionNames(in: text, isName: isName))
  }

  /// Reads the region of a text whose names are known.
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

  /// Whether the next name leads from a name to a division in it, with nothing between them but marks.
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

  /// Whether two names are put on a level: 江阳区、纳溪区, 江阳区和纳溪区.
  private static func joins(_ name: Range<Int>, _ next: Range<Int>, in text: RegionCharacters)
    -> Bool
  {
    next.lowerBound - name.upperBound == 1 && joints.contains(text[name.upperBound]!)
  }

  /// Whether a name stands in the title of another text.
  private static func isQuoted(_ name: Range<Int>, in text: RegionCharacters) -> Bool {
    var place = name.lowerBound - 1
    while let scalar = text[place] {
      if scalar == "》" { return false }
      if scalar == "《" { return true }
      place -= 1
    }
    return false
  }

  /// Whether the region is another's: what is passed on, visited or helped.
  private static func isCited(_ name: Range<Int>, in text: RegionCharacters) -> Bool {
    citing.contains { text.has($0, before: name.lowerBound) }
  }

  private static let joints: Set<Unicode.Scalar> = ["、", "和", "与", "及"]
  private static let citing: [RegionCharacters.Word] = [
    "转发", "贯彻", "落实", "执行", "学习", "赴", "支援", "援", "帮扶", "考察", "参加", "按照", "根据",
  ]
}
