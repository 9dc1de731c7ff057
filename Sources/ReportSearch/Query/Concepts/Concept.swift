public import TextAnalysis

/// A named list of spellings: `@双减`.
///
/// Matches are found from left to right. At each position the longest variant wins, and matches do
/// not overlap. A variant inside an occurrence of an exclusion is not a match, even if that
/// occurrence overlaps another: 印度 does not match in 印度尼西亚.
public struct Concept: Hashable, Sendable {
  /// The folded name that follows `@` in queries.
  public let name: String
  /// The spellings, folded. At least one; none is empty, and none occurs twice.
  public let variants: [FoldedText]
  /// Folded strings inside which a variant does not match.
  public let exclusions: [FoldedText]

  /// Creates a concept, or returns `nil` if there is no variant, or if the name or one of the
  /// strings is empty after folding.
  public init?(name: String, variants: [String], exclusions: [String] = []) {
    self.name = FoldedText(name).string
    self.variants = Self.folded(variants)
    self.exclusions = Self.folded(exclusions)
    guard !self.name.isEmpty, !variants.isEmpty,
      !(self.variants + self.exclusions).contains(where: \.isEmpty)
    else { return nil }
  }

  /// Returns this concept with the variants and exclusions of another concept added. The name
  /// stays.
  func united(with other: Concept) -> Concept {
    Concept(
      name: name, variants: (variants + other.variants).map(\.string),
      exclusions: (exclusions + other.exclusions).map(\.string))!
  }

  private static func folded(_ texts: [String]) -> [FoldedText] {
    var seen: Set<FoldedText> = []
    return texts.map(FoldedText.init(refolding:)).filter { seen.insert($0).inserted }
  }
}
