import Foundation

/// Writes records as JSON, with the names in alphabetical order, so that the same record always gives
/// the same bytes.
package struct JSONFormat: Sendable {
  /// Creates the format.
  package init() {}

  /// One object without line ends.
  package func line(_ record: Record) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(record), as: UTF8.self)
    } catch {
      preconditionFailure("texts and finite numbers can be written as JSON: \(error)")
    }
  }
}
