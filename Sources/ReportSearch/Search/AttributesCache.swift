import GRDB
import Synchronization

/// Keeps the attributes of the last committed state that was read.
final class AttributesCache: Sendable {
  private struct Entry {
    let generation: Int
    let attributes: ParagraphAttributes
  }

  private let entry = Mutex<Entry?>(nil)

  /// Returns the attributes in the state that a read of the database sees.
  func attributes(in db: Database) throws -> ParagraphAttributes {
    let generation: Int = try Schema.get(.generation, in: db) ?? 0
    if let known = entry.withLock({ $0 }), known.generation == generation {
      return known.attributes
    }
    let attributes = try ParagraphAttributes(reading: db)
    entry.withLock { $0 = Entry(generation: generation, attributes: attributes) }
    return attributes
  }
}
