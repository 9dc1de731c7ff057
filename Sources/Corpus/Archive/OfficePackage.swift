/// A document of Office 2007 or later: XML parts in a ZIP archive, with relationships between them.
///
/// Parts are found by their relationships, because programs choose part names freely.
struct OfficePackage {
  /// A reference from one part to another.
  struct Relationship: Hashable, Sendable {
    /// The identifier that is unique in the referring part: `rId3`.
    let identifier: String
    /// The last component of the relationship type: `styles`, `header`.
    let kind: String
    /// The name of the target part, relative to the root of the package.
    let part: String
  }

  private let archive: ZipArchive
  private let format: SourceFormat
  private let entries: [String: ZipArchive.Entry]

  /// Creates a package from an archive.
  ///
  /// - Parameter format: The format that `unparsable` errors report if the package is corrupt.
  init(_ archive: ZipArchive, format: SourceFormat) {
    self.archive = archive
    self.format = format
    entries = Dictionary(
      archive.entries.filter { !$0.isFolder }.map { (Self.key($0.name), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// True if the archive has a content types part.
  var isPackage: Bool { entries[Self.key(Self.contentTypes)] != nil }

  /// Returns the name of the main document part, or `nil` if the package has none.
  func mainPart() throws(ReadingError.Kind) -> String? {
    try relationships(of: "").first {
      $0.kind == "officeDocument" && entries[Self.key($0.part)] != nil
    }?
    .part
  }

  /// Returns the media type that the package declares for a part, or `nil` if there is none.
  func mediaType(of name: String) throws(ReadingError.Kind) -> String? {
    guard let types = try part(Self.contentTypes) else { return nil }
    let reader = try XMLPullReader<TypeElement>(types, of: format)
    let key = Self.key(name)
    var byExtension: String?
    while let piece = try reader.next() {
      switch piece {
      case .start(.override):
        guard let part = reader.attribute("PartName"), Self.key(part) == key else { continue }
        return reader.attribute("ContentType")
      case .start(.default):
        guard let ending = reader.attribute("Extension"), key.hasSuffix("." + ending.lowercased())
        else { continue }
        byExtension = reader.attribute("ContentType")
      default: continue
      }
    }
    return byExtension
  }

  /// Unpacks a part, or returns `nil` if there is no part with that name.
  func part(_ name: String) throws(ReadingError.Kind) -> [UInt8]? {
    guard let entry = entries[Self.key(name)] else { return nil }
    do throws(ReadingError.Kind) {
      return try archive.bytes(of: entry)
    } catch .unparsable {
      throw .unparsable(format)
    }
  }

  /// Returns the relationships of a part to other parts in the package, in document order.
  ///
  /// - Parameter name: The name of the part, or an empty string for the relationships of the
  ///   package itself.
  func relationships(of name: String) throws(ReadingError.Kind) -> [Relationship] {
    let slash = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
    let folder = name[..<slash]
    guard let part = try part("\(folder)_rels/\(name[slash...]).rels") else { return [] }
    let reader = try XMLPullReader<RelationshipElement>(part, of: format)
    var relationships: [Relationship] = []
    while let piece = try reader.next() {
      guard case .start(.relationship) = piece, reader.attribute("TargetMode") != "External",
        let kind = reader.attribute("Type"), let target = reader.attribute("Target")
      else { continue }
      relationships.append(
        Relationship(
          identifier: reader.attribute("Id") ?? "",
          kind: kind.split(separator: "/").last.map(String.init) ?? kind,
          part: Self.resolved(target, in: folder)))
    }
    return relationships
  }

  private enum TypeElement: String {
    case override = "Override"
    case `default` = "Default"
  }

  private enum RelationshipElement: String {
    case relationship = "Relationship"
  }

  private static let contentTypes = "[Content_Types].xml"

  /// Returns the name of a target part relative to the root of the package.
  private static func resolved(_ target: String, in folder: Substring) -> String {
    var steps: [Substring] = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }

  /// Returns the normalized name of a part. Part names are case-insensitive, and some programs
  /// separate folders with backslashes.
  private static func key(_ name: String) -> String {
    let name = name.lowercased().replacing("\\", with: "/")
    return name.hasPrefix("/") ? String(name.dropFirst()) : name
  }
}
