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

  /// True if the package has a part with that name.
  func contains(_ name: String) -> Bool { entries[Self.key(name)] != nil }

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
  /// - Parameters:
  ///   - name: The name of the part, or an empty string for the relationships of the package itself.
  ///   - includesExternal: True to return references to other files as well, with their addresses
  ///     as names of parts.
  func relationships(
    of name: String, includingExternal includesExternal: Bool = false
  ) throws(ReadingError.Kind) -> [Relationship] {
    let slash = name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex
    let folder = name[..<slash]
    guard let part = try part("\(folder)_rels/\(name[slash...]).rels") else { return [] }
    let reader = try XMLPullReader<RelationshipElement>(part, of: format)
    var relationships: [Relationship] = []
    while let piece = try reader.next() {
      guard case .start(.relationship) = piece, let kind = reader.attribute("Type"),
        let target = reader.attribute("Target")
      else { continue }
      let isExternal = reader.attribute("TargetMode") == "External"
      guard includesExternal || !isExternal else { continue }
      relationships.append(
        Relationship(
          identifier: reader.attribute("Id") ?? "",
          kind: kind.split(separator: "/").last.map(String.init) ?? kind,
          part: isExternal ? target : Self.resolved(target, in: folder)))
    }
    return relationships
  }

  /// True if a part contains text of a drawing (DrawingML's `a:t`) that is not blank.
  func holdsDrawnText(_ name: String) throws(ReadingError.Kind) -> Bool {
    guard let part = try part(name) else { return false }
    let reader = try XMLPullReader<DrawingElement>(part, of: format)
    var isInText = false
    while let piece = try reader.next() {
      switch piece {
      case .start(.t): isInText = true
      case .end(.t): isInText = false
      case .text(let text) where isInText && text.contains { $0 > 0x20 }: return true
      default: continue
      }
    }
    return false
  }

  private enum DrawingElement: String {
    case t
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
