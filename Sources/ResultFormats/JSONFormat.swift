import Foundation

/// Writes records as JSON, with the names in alphabetical order, so that the same record always gives
/// the same bytes.
public struct JSONFormat: Sendable {
  /// Creates the format.
  public init() {}

  /// One object without line ends.
  public func line(_ record: Record) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(record), as: UTF8.self)
    } catch {
      preconditionFailure("texts and finite numbers can be written as JSON: \(error)")
    }
  }
}
