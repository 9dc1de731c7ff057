/// A document of Office 2007 or later: XML parts in a ZIP archive, and relationships between them.
///
/// Parts are found by their relationships, since programs name them as they like.
struct OfficePackage {
  /// A reference from one part to another.
  struct Relationship: Hashable, Sendable {
    /// The name by which the first part calls the other: `rId3`.
    let identifier: String
    /// What the other part is: `styles`, `header`.
    let kind: String
    /// The name of the other part.
    let part: String
  }

  private let archive: ZipArchive
  private let format: SourceFormat
  private let entries: [String: ZipArchive.Entry]

  /// Takes an archive for a package.
  ///
  /// - Parameter format: The format that is called unparsable if the package is broken.
  init(_ archive: ZipArchive, format: SourceFormat) {
    self.archive = archive
    self.format = format
    entries = Dictionary(
      archive.entries.filter { !$0.isFolder }.map { (Self.key($0.name), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether the archive says that it is a package.
  var isPackage: Bool { entries[Self.key(Self.contentTypes)] != nil }

  /// Returns the name of the part that holds the document itself, or `nil` if none is told.
  func mainPart() throws(ReadingError.Kind) -> String? {
    try relationships(of: "").first {
      $0.kind == "officeDocument" && entries[Self.key($0.part)] != nil
    }?
    .part
  }

  /// Returns what the package says that a part is, or `nil` if it says nothing.
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

  /// Unpacks a part, or returns `nil` if there is none of that name.
  func part(_ name: String) throws(ReadingError.Kind) -> [UInt8]? {
    guard let entry = entries[Self.key(name)] else { return nil }
    do throws(ReadingError.Kind) {
      return try archive.bytes(of: entry)
    } catch .unparsable {
      throw .unparsable(format)
    }
  }

  /// Returns the references of a part to others in the package, in their order; those of the package
  /// itself if the name is empty.
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

  /// The name of a part from the root of the package.
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

  /// Names of parts are the same in upper and lower case, and some programs separate folders their way.
  private static func key(_ name: String) -> String {
    let name = name.lowercased().replacing("\\", with: "/")
    return name.hasPrefix("/") ? String(name.dropFirst()) : name
  }
}
