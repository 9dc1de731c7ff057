import Synchronization

/// A cache of the doc values of the state that was last read.
final class AttributesCache: Sendable {
  private struct Entry {
    let version: String
    let attributes: ParagraphAttributes
    let columns: StoredAttributes
  }

  private let entry = Mutex<Entry?>(nil)

  /// Returns the doc values of a snapshot: those that every query needs, and the container of those
  /// that are loaded on demand.
  ///
  /// - Parameter version: The `version()` of the snapshot.
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
