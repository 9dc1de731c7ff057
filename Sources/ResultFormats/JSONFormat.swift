import Foundation

/// Writes records as JSON. Keys are in alphabetical order, so equal records give equal bytes.
package struct JSONFormat: Sendable {
  /// Creates the format.
  package init() {}

  /// Returns the record as one JSON object without a line end.
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
