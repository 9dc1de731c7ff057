import Synchronization

/// The doc values of one state of the index that are loaded on demand.
final class StoredAttributes: Sendable {
  /// The values that were loaded so far.
  struct Read {
    var sections: [UInt8]?
    var headings: [UInt32]?
    var sentenceEnds: PlaceLists?
    var years: ParagraphYears?
    var regions: ParagraphRegions?
    var reports: [UInt32: ReportRecord]?
    var copies: CopyGroups?
    var answerFields: AnswerFields?
  }

  private let read = Mutex(Read())

  /// Returns a value, and loads it at first use. Concurrent first uses may load it twice.
  func value<Value: Sendable>(
    _ attribute: WritableKeyPath<Read, Value?>, _ load: () throws -> Value
  ) rethrows -> Value {
    if let known = read.withLock({ $0[keyPath: attribute] }) { return known }
    let loaded = try load()
    read.withLock { $0[keyPath: attribute] = loaded }
    return loaded
  }
}
