/// Decides whether the characters around a candidate name make it part of other words.
///
/// | Text             | Name      | Why it is not a place                         |
/// |------------------|-----------|-----------------------------------------------|
/// | 湖南山区教育      | 南山区     | 湖南 overlaps it                                |
/// | 上海市场          | 上海市     | 市场 is a word                                 |
/// | 和平区域合作       | 和平区     | 区域 is a word                                 |
/// | 市和县教育局       | 和县      | a short name needs a boundary before it          |
/// | 在新县城建设       | 新县      | 县城 is a word                                 |
enum PlaceBoundary {
  /// Returns true if a word overlaps the beginning or the end of a name.
  static func isInsideWords(_ name: Range<Int>, of text: RegionCharacters) -> Bool {
    if let before = text[name.lowerBound - 1], let first = text[name.lowerBound],
      name.count == 3, regions.contains(pair(before, first))
    {
      return true
    }
    guard let last = text[name.upperBound - 1], let next = text[name.upperBound] else {
      return false
    }
    return goesOn[last]?.contains(next) ?? false
  }

  /// Returns true if a short or everyday name has a boundary before it.
  ///
  /// A boundary is the start of the text, a character that is not Han, the end of a date, or a word
  /// that introduces places.
  static func isBefore(_ name: Range<Int>, of text: RegionCharacters) -> Bool {
    guard text.isHan(at: name.lowerBound - 1), let before = text[name.lowerBound - 1] else {
      return true
    }
    return leading.contains(before)
  }

  /// Returns true if no word continues after a short name, as in 和县级 and 新县城.
  static func isBehind(_ name: Range<Int>, of text: RegionCharacters) -> Bool {
    guard let next = text[name.upperBound] else { return true }
    return !partsOfWords.contains(next)
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  /// Names of provinces and directions that overlap names such as 南山区: 湖南 in 湖南山区.
  private static let regions: Set<UInt64> = {
    let words = [
      "西南", "东南", "西北", "东北", "华北", "华东", "华南", "华中", "河北", "山西", "湖北", "湖南",
      "河南", "广东", "广西", "山东", "江西", "云南", "海南", "陕西", "豫西", "闽西", "鄂西", "湘西", "川东", "川北",
    ]
    return Set(
      words.map { word in
        let scalars = Array(word.unicodeScalars)
        return pair(scalars[0], scalars[1])
      })
  }()
  /// Punctuation allowed between a name and that of a division within it: 四川/泸州, 泸州市(江阳区).
  static let marks: Set<Unicode.Scalar> = ["/", "\\", "-", "_", ".", "·", " ", ",", "(", "["]
  private static let goesOn: [Unicode.Scalar: Set<Unicode.Scalar>] = ["区": ["域", "别"], "市": ["场"]]
  private static let leading = Set("年月日度期届于在由对赴给将向〇".unicodeScalars)
  private static let partsOfWords = Set("级城域内乡以直长管各镇际情属".unicodeScalars)
}
