/// The issuer of a report (发文机关), with the source of this information.
public struct Issuer: Hashable, Sendable {
  /// The source of an issuer's name.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// A manual correction.
    case manual
    /// Metadata supplied with the file.
    case metadata
    /// The title, or a line above it.
    case title
    /// The signature (落款).
    case signature
    /// The source named in the head of the web page.
    case page
  }

  /// The name as written, including placeholders: 某县教育局. Several names are joined by 、.
  public let name: String
  /// The source of the name.
  public let basis: Basis

  /// Creates an issuer.
  public init(name: String, basis: Basis) {
    self.name = name
    self.basis = basis
  }
}
