import GRDB
import Synchronization

/// Keeps the attributes of the last committed state that was read.
final class AttributesCache: Sendable {
  private struct Entry {
    let generation: Int
    let attributes: ParagraphAttributes
    let columns: StoredAttributes
  }

  private let entry = Mutex<Entry?>(nil)

  /// Returns the attributes in the state that a read of the database sees: those that every query needs,
  /// and those that are read when they are.
  func attributes(
    in db: Database
  ) throws -> (attributes: ParagraphAttributes, columns: StoredAttributes) {
    let generation: Int = try Schema.get(.generation, in: db) ?? 0
    if let known = entry.withLock({ $0 }), known.generation == generation {
      return (known.attributes, known.columns)
    }
    let new = Entry(
      generation: generation, attributes: try ParagraphAttributes(reading: db),
      columns: StoredAttributes())
    entry.withLock { $0 = new }
    return (new.attributes, new.columns)
  }
}
