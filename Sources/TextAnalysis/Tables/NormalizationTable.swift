/// The mappings that the folding passes apply one after another.
///
/// The table is built only when a text needs it: see ``FoldingTable``.
struct NormalizationTable: Sendable {
  static let shared = NormalizationTable()

  /// Invisible characters other than white space.
  let invisible: Set<UInt32>
  /// The characters with the property White_Space.
  let whiteSpace: Set<UInt32>
  /// Full compatibility decompositions, except those of Hangul syllables, which are computed.
  let decompositions: [UInt32: [UInt32]]
  /// Canonical combining classes other than 0.
  let combiningClasses: [UInt32: UInt32]
  /// Primary composites by their two parts, the first in the high half of the key. Those of Hangul
  /// are computed.
  let compositions: [UInt64: UInt32]
  /// Full case foldings.
  let caseFoldings: [UInt32: [UInt32]]
  /// Traditional characters and their simplified forms.
  let simplifications: [UInt32: UInt32]
  /// CJK radicals and variants, and the standard characters.
  let standardizations: [UInt32: UInt32]

  private init() {
    invisible = Self.keys(NormalizationData.invisible)
    whiteSpace = Self.keys(NormalizationData.whiteSpace)
    decompositions = Self.mapping(NormalizationData.decompositions)
    combiningClasses = Self.mapping(NormalizationData.combiningClasses).mapValues { $0[0] }
    caseFoldings = Self.mapping(NormalizationData.caseFoldings)
    simplifications = Self.mapping(NormalizationData.simplifications).mapValues { $0[0] }
    standardizations = Self.mapping(NormalizationData.standardizations).mapValues { $0[0] }
    var compositions: [UInt64: UInt32] = [:]
    for (composite, parts) in Self.mapping(NormalizationData.compositions) {
      compositions[Self.pair(parts[0], parts[1])] = composite
    }
    self.compositions = compositions
  }

  /// Returns the key of two characters in ``compositions``.
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  private static func keys(_ data: StaticString) -> Set<UInt32> {
    Set(TableWords(data).flatMap(\.keys))
  }

  private static func mapping(_ data: StaticString) -> [UInt32: [UInt32]] {
    var mapping: [UInt32: [UInt32]] = [:]
    for word in TableWords(data) {
      for key in word.keys { mapping[key] = word.values(of: key) }
    }
    return mapping
  }
}
