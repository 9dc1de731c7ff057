/// The division that a report or a part of it is about, and how that is known.
public struct Region: Hashable, Sendable {
  /// How a region is known, the surest first.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Somebody corrected it.
    case manual
    /// Somebody told it beside the text.
    case metadata
    /// In the title.
    case title
    /// By who signs it, at the end of the report or below its title.
    case signature
    /// By who issued it, as somebody told beside the text.
    case issuer
    /// In the name of the source.
    case source
    /// In the heading of a section of a compilation.
    case heading
    /// By the names in the text, most of which are its own or those of divisions in it; not sure.
    case body
    /// It is named, but its name was replaced: `**区`, XX县, 某市.
    case anonymised
    /// It is named, but several divisions have that name, and nothing else tells which is meant.
    case ambiguous
    /// Nothing tells it, or the text is about the whole country.
    case unknown
  }

  /// The code of the division (GB/T 2260), or `nil` if it is not known.
  public let code: String?
  /// The name of the division as the list writes it; of another region, as the text writes it.
  public let name: String?
  /// How it is known.
  public let basis: Basis
  /// The divisions that it may be, if that is not known; of an anonymised region, the smallest division
  /// that is named as the one that it lies in. Ascending by code.
  public let candidates: [Division]
  /// The characters of the text that tell it.
  public let evidence: String?
  /// The divisions that a paragraph of a compilation names as its own beside the one of its section;
  /// scraped pages are shuffled.
  public let conflict: [Division]
  /// The characters of the paragraph that tell the first of ``conflict``.
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

  /// The region of a text that does not tell it.
  public static let unknown = Region(code: nil, name: nil, basis: .unknown)

  /// Whether it is one of several divisions, and not known which.
  var isUndecided: Bool { code == nil && basis != .anonymised && candidates.count > 1 }

  /// The division, if it is known.
  public var division: Division? { code.flatMap { Divisions.shared[$0] } }
}
