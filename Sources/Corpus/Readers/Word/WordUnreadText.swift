/// Collects the parts and files with text of a Word document that are not read.
struct WordUnreadText {
  /// The reasons why text of the document is missing, in the order of the document.
  private(set) var reasons: [Incompleteness] = []

  private let package: OfficePackage

  init(of package: OfficePackage) { self.package = package }

  /// Notes the notes that the package does not contain, and the diagrams with text.
  ///
  /// - Parameter relationships: The relationships of the main part.
  mutating func note(
    missingAmong relationships: [OfficePackage.Relationship]
  ) throws(ReadingError.Kind) {
    for relationship in relationships {
      switch relationship.kind {
      case "footnotes", "endnotes":
        if !package.contains(relationship.part) { add(.missingPart, relationship.part) }
      case "diagramData":
        if try package.holdsDrawnText(relationship.part) { add(.drawingText, relationship.part) }
      default: continue
      }
    }
  }

  /// Notes the elements of a part that stand for text elsewhere.
  mutating func note(
    _ references: [WordText.Reference], ofPart part: String
  ) throws(ReadingError.Kind) {
    guard !references.isEmpty else { return }
    let names = try targets(of: part)
    for reference in references {
      add(reference.kind, reference.relationship.flatMap { names[$0] })
    }
  }

  /// Notes the frames that the web settings of the document show.
  mutating func note(framesIn settings: [UInt8], _ part: String) throws(ReadingError.Kind) {
    let reader = try XMLPullReader<FrameElement>(settings, of: .docx)
    var references: [WordText.Reference] = []
    while let piece = try reader.next() {
      guard case .start(.sourceFileName) = piece else { continue }
      references.append(
        WordText.Reference(kind: .frame, relationship: reader.attribute("id")))
    }
    try note(references, ofPart: part)
  }

  private enum FrameElement: String {
    case sourceFileName
  }

  /// Returns the names of the parts and the addresses of the files that a part refers to, by the
  /// identifiers of the relationships.
  private func targets(of part: String) throws(ReadingError.Kind) -> [String: String] {
    Dictionary(
      try package.relationships(of: part, includingExternal: true).map { ($0.identifier, $0.part) },
      uniquingKeysWith: { first, _ in first })
  }

  private mutating func add(_ kind: Incompleteness.Kind, _ part: String?) {
    reasons.append(Incompleteness(kind, part: part))
  }
}
