/// The division that a report or section is about, with the source of this information.
public struct Region: Hashable, Sendable {
  /// The source of a region, the most reliable first.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// A manual correction.
    case manual
    /// Metadata supplied with the file.
    case metadata
    /// The title.
    case title
    /// The signature at the end of the report, or the office named below its title.
    case signature
    /// The issuer given in the metadata.
    case issuer
    /// The name of the source.
    case source
    /// The heading of a section in a compilation.
    case heading
    /// The majority of names in the text, including divisions within the region: low confidence.
    case body
    /// The name was anonymised: `**区`, XX县, 某市.
    case anonymised
    /// Several divisions share the name, and no other clue decides.
    case ambiguous
    /// No clue names a region, or the text concerns the whole country.
    case unknown
  }

  /// The code of the division (GB/T 2260), or `nil` if it is unknown.
  public let code: String?
  /// The official name of the division or, if it is unknown, the name as written in the text.
  public let name: String?
  /// The source of the region.
  public let basis: Basis
  /// The possible divisions if the region is undecided, ascending by code. For an anonymised
  /// region, the smallest named division that contains it.
  public let candidates: [Division]
  /// The original text that names the region.
  public let evidence: String?
  /// Other divisions that a paragraph of a compilation names as its own, in conflict with its
  /// section.
  ///
  /// The parts of scraped pages are sometimes shuffled.
  public let conflict: [Division]
  /// The original text of the paragraph that names the first division of ``conflict``.
  public let conflictEvidence: String?

  /// Creates a region.
  public init(
    code: String?, name: String?, basis: Basis, candidates: [Division] = [],
    evidence: String? = nil, conflict: [Division] = [], conflictEvidence: String? = nil
  ) {
    self.code = code
    self.name = name
    self.basis = basis
    self.candidates = candidates
    self.evidence = evidence
    self.conflict = conflict
    self.conflictEvidence = conflictEvidence
  }

  /// Creates the region of a known division.
  public init(_ division: Division, basis: Basis, evidence: String?) {
    self.init(code: division.code, name: division.name, basis: basis, evidence: evidence)
  }

  /// The region of a text without any clue.
  public static let unknown = Region(code: nil, name: nil, basis: .unknown)

  /// True if several divisions are possible and none is chosen.
  var isUndecided: Bool { code == nil && basis != .anonymised && candidates.count > 1 }

  /// The division, if it is known.
  public var division: Division? { code.flatMap { Divisions.shared[$0] } }
}
