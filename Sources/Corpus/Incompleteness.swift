/// A reason why text of a source may be missing from its reports, and the place of that text.
///
/// Pictures, themes, styles and blank pages are no loss.
public struct Incompleteness: Hashable, Sendable, Codable {
  /// The kinds of text that cannot be read.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Pages that show something and have no text: scanned images, outlines of characters.
    case pagesWithoutText = "pages-without-text"
    /// Lines with glyphs that the fonts of the document do not map to characters.
    case undecodableGlyphs = "undecodable-glyphs"
    /// Page contents or fonts that the converter could not interpret.
    case damagedContents = "damaged-contents"
    /// A document embedded as an object.
    case embeddedDocument = "embedded-document"
    /// Text in another format that the document imports when it is opened (`w:altChunk`).
    case importedText = "imported-text"
    /// Text in a drawing: a text box of a worksheet, a diagram.
    case drawingText = "drawing-text"
    /// A frame or subdocument whose content is stored elsewhere.
    case frame
    /// A part with text that the document refers to and does not contain.
    case missingPart = "missing-part"
    /// Bytes that are invalid in the encoding of the source and were replaced by U+FFFD.
    case undecodedBytes = "undecoded-bytes"
  }

  /// The kind of text.
  public let kind: Kind
  /// The one-based numbers of the pages, in formats that have pages.
  public let pages: [Int]
  /// The name of the part or the address of the frame.
  public let part: String?
  /// The offset of the first affected byte.
  public let byteOffset: Int?
  /// The number of pages, lines, parts, reported faults or bytes.
  public let count: Int

  /// Creates a reason.
  public init(
    _ kind: Kind, pages: [Int] = [], part: String? = nil, byteOffset: Int? = nil, count: Int = 1
  ) {
    self.kind = kind
    self.pages = pages
    self.part = part
    self.byteOffset = byteOffset
    self.count = count
  }
}
