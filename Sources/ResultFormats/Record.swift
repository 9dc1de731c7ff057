/// A value of a record.
package enum Cell: Hashable, Sendable {
  /// No value: unknown or not applicable.
  case null
  /// Text.
  case text(String)
  /// A path of texts from the outermost to the innermost, for example a heading path.
  case path([String])
  /// An integer.
  case integer(Int)
  /// A floating-point number.
  case number(Double)
  /// A Boolean value.
  case boolean(Bool)
  /// A nested record. Only JSON writes it.
  indirect case record(Record)
  /// Ranges as pairs of offsets, the second one exclusive. Only JSON writes them.
  case ranges([Range<Int>])
  /// Nested records. Only JSON writes them.
  case records([Record])

  /// Returns the text as a cell; ``null`` for `nil`.
  static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .null }
  /// Returns the integer as a cell; ``null`` for `nil`.
  static func integer(_ number: Int?) -> Cell { number.map { .integer($0) } ?? .null }
}

/// A row of a table: named values in the order of the columns.
package struct Record: Hashable, Sendable {
  /// A named value.
  package struct Field: Hashable, Sendable {
    /// The name: lowercase ASCII letters and underscores, at most 32 of them.
    package let name: String
    /// The value.
    package let value: Cell
  }

  /// The values in the order of the columns.
  package let fields: [Field]

  /// Creates a row.
  package init(_ fields: [(String, Cell)]) {
    self.fields = fields.map { Field(name: $0, value: $1) }
  }

  /// The names of the columns.
  package var names: [String] { fields.map(\.name) }
}

extension Record: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Encodes the record as a JSON object. Fields without a value are encoded as `null`, never
  /// omitted.
  package func encode(to encoder: any Encoder) throws {
    var object = encoder.container(keyedBy: Key.self)
    for field in fields {
      let key = Key(field.name)
      switch field.value {
      case .null: try object.encodeNil(forKey: key)
      case .text(let text): try object.encode(text, forKey: key)
      case .path(let texts): try object.encode(texts, forKey: key)
      case .integer(let number): try object.encode(number, forKey: key)
      case .number(let number): try object.encode(number, forKey: key)
      case .boolean(let boolean): try object.encode(boolean, forKey: key)
      case .record(let record): try object.encode(record, forKey: key)
      case .ranges(let ranges):
        try object.encode(ranges.map { [$0.lowerBound, $0.upperBound] }, forKey: key)
      case .records(let records): try object.encode(records, forKey: key)
      }
    }
  }
}
