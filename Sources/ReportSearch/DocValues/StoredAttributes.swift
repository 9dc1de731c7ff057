import Synchronization

/// The attributes of one state of the index that were read so far, of those that only some queries need.
final class StoredAttributes: Sendable {
  /// What was read.
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

  /// Returns an attribute, and reads it if it was not read yet.
  func value<Value: Sendable>(
    _ attribute: WritableKeyPath<Read, Value?>, _ load: () throws -> Value
  ) rethrows -> Value {
    if let known = read.withLock({ $0[keyPath: attribute] }) { return known }
    let loaded = try load()
    read.withLock { $0[keyPath: attribute] = loaded }
    return loaded
  }
}
