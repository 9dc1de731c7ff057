public import TextAnalysis

/// A named list of spellings: `@双减`.
///
/// From left to right, its matches are the longest variant at each place; they do not overlap. A variant
/// that lies inside an occurrence of an exclusion, of whatever occurrence, is no match: 印度 is none in
/// 印度尼西亚.
public struct Concept: Hashable, Sendable {
  /// The name by which queries call it.
  public let name: String
  /// The spellings; at least one, none of them empty, each once.
  public let variants: [FoldedText]
  /// Strings inside which a variant does not count.
  public let exclusions: [FoldedText]

  /// Creates a concept, or `nil` if folding leaves nothing of the name or of a string, or if it has no
  /// variant.
  public init?(name: String, variants: [String], exclusions: [String] = []) {
    self.name = FoldedText(name).string
    self.variants = Self.folded(variants)
    self.exclusions = Self.folded(exclusions)
    guard !self.name.isEmpty, !variants.isEmpty,
      !(self.variants + self.exclusions).contains(where: \.isEmpty)
    else { return nil }
  }

  /// The concept with the variants and exclusions of another of the same name.
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
