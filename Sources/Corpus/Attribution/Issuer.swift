/// Who issued a report (发文机关), and how that is known.
public struct Issuer: Hashable, Sendable {
  /// Where the issuer was found.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Somebody set it right by hand.
    case manual
    /// Somebody told it beside the text.
    case metadata
    /// In the title.
    case title
    /// In the signature (落款).
    case signature
    /// In the head of the web page, as the source of the text.
    case page
  }

  /// The name as it stands there, placeholders among them: 某县教育局. Several are joined by 、.
  public let name: String
  /// How it is known.
  public let basis: Basis

  /// Creates an issuer.
  public init(name: String, basis: Basis) {
    self.name = name
    self.basis = basis
  }
}
