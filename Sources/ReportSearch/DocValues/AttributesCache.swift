import Synchronization

/// Keeps the attributes of the last committed state that was read.
final class AttributesCache: Sendable {
  private struct Entry {
    let version: String
    let attributes: ParagraphAttributes
    let columns: StoredAttributes
  }

  private let entry = Mutex<Entry?>(nil)

  /// Returns the attributes in the state that a read of the database sees: those that every query needs,
  /// and those that are read when they are.
  ///
  /// - Parameter version: The `version()` of that state.
  func attributes(
    in db: any IndexSnapshot, version: String
  ) throws -> (attributes: ParagraphAttributes, columns: StoredAttributes) {
    if let known = entry.withLock({ $0 }), known.version == version {
      return (known.attributes, known.columns)
    }
    let attributes = try ParagraphAttributes(reading: db)
    let new = Entry(
      version: version, attributes: attributes, columns: StoredAttributes())
    entry.withLock { $0 = new }
    return (new.attributes, new.columns)
  }
}
