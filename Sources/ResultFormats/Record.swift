/// A value of a table, as CSV and JSON both can say it.
public enum Cell: Hashable, Sendable {
  /// Not known, or not there.
  case null
  /// Text.
  case text(String)
  /// Several texts, of which the later belong to the earlier: a heading path.
  case path([String])
  /// A whole number.
  case integer(Int)
  /// A number.
  case number(Double)
  /// Yes or no.
  case boolean(Bool)
  /// A record inside the record; JSON only.
  indirect case record(Record)
  /// Ranges as pairs of numbers, the second one past the end; JSON only.
  case ranges([Range<Int>])
  /// Records inside the record; JSON only.
  case records([Record])

  /// Text, or ``null`` where there is none.
  static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .null }
  /// A whole number, or ``null`` where there is none.
  static func integer(_ number: Int?) -> Cell { number.map { .integer($0) } ?? .null }
}

/// A row of a table: values under names, in the order of the columns.
public struct Record: Hashable, Sendable {
  /// A value and its name.
  public struct Field: Hashable, Sendable {
    /// The name: lower-case ASCII letters and underscores, 32 at most.
    public let name: String
    /// The value.
    public let value: Cell
  }

  /// The values in the order of the columns.
  public let fields: [Field]

  /// Creates a row.
  public init(_ fields: [(String, Cell)]) {
    self.fields = fields.map { Field(name: $0, value: $1) }
  }

  /// The names of the columns.
  public var names: [String] { fields.map(\.name) }
}

extension Record: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes the row as an object. What is not known is `null` and never left out.
  public func encode(to encoder: any Encoder) throws {
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
