import Foundation

/// The encoding of the doc values of 4,096 paragraphs as the columns of one row.
///
/// The first four columns are little-endian arrays with elements of four, four, one and one byte.
/// The others are LEB128 (``VariableLengthNumbers``): one number per paragraph for headings and
/// regions, and a length in bytes followed by that many bytes for sentence ends and years.
enum ParagraphBlock {
  /// Encodes doc values as columns.
  static func columns(of records: [ParagraphRecord]) -> [Data] {
    [
      data(records.map(\.characterCount)), data(records.map(\.report)), data(records.map(\.kind)),
      data(records.map(\.section)), numbers(records.map(\.headingDistance)),
      numbers(records.map(\.region)), lists(records.map(\.sentenceEnds)),
      lists(records.map(\.years)),
    ]
  }

  /// Decodes columns.
  ///
  /// - Throws: A ``DamagedStorage`` if they do not contain exactly 4,096 paragraphs.
  static func records(of columns: [Data]) throws -> [ParagraphRecord] {
    var records = [ParagraphRecord](
      repeating: ParagraphRecord(), count: ParagraphAttributes.blockSize)
    let counts = try array(columns[0], of: UInt32.self)
    let reports = try array(columns[1], of: UInt32.self)
    let kinds = try array(columns[2], of: UInt8.self)
    let sections = try array(columns[3], of: UInt8.self)
    let headings = try numbers(of: columns[4])
    let regions = try numbers(of: columns[5])
    let sentenceEnds = try lists(of: columns[6])
    let years = try lists(of: columns[7])
    for place in records.indices {
      records[place].characterCount = counts[place]
      records[place].report = reports[place]
      records[place].kind = kinds[place]
      records[place].section = sections[place]
      records[place].headingDistance = headings[place]
      records[place].region = regions[place]
      records[place].sentenceEnds = sentenceEnds[place]
      records[place].years = years[place]
    }
    return records
  }

  /// Decodes one number per paragraph.
  ///
  /// - Throws: A ``DamagedStorage`` if the data contain more or less.
  static func numbers(of data: Data) throws -> [UInt32] {
    try data.withUnsafeBytes { bytes in
      var reader = VariableLengthReader(bytes)
      let numbers = (0..<ParagraphAttributes.blockSize).map { _ in reader.next() }
      guard reader.isAtEnd else { throw damage }
      return numbers
    }
  }

  /// Decodes one byte string per paragraph.
  ///
  /// - Throws: A ``DamagedStorage`` if the data contain more or less.
  static func lists(of data: Data) throws -> [[UInt8]] {
    try data.withUnsafeBytes { bytes in
      var reader = VariableLengthReader(bytes)
      let lists = (0..<ParagraphAttributes.blockSize).map { _ in reader.nextBytes() }
      guard reader.isAtEnd else { throw damage }
      return lists
    }
  }

  private static var damage: DamagedStorage { DamagedStorage("paragraph_attributes") }

  private static func data<Number: FixedWidthInteger>(_ numbers: [Number]) -> Data {
    numbers.withUnsafeBytes { Data($0) }
  }

  private static func array<Number: FixedWidthInteger>(
    _ data: Data, of type: Number.Type
  ) throws -> [Number] {
    var numbers = [Number](repeating: 0, count: ParagraphAttributes.blockSize)
    try ParagraphAttributes.copy(data, to: &numbers, at: 0)
    return numbers
  }

  private static func numbers(_ numbers: [UInt32]) -> Data {
    var writer = VariableLengthNumbers()
    for number in numbers { writer.append(number) }
    return Data(writer.bytes)
  }

  private static func lists(_ lists: [[UInt8]]) -> Data {
    var writer = VariableLengthNumbers()
    for list in lists {
      writer.append(UInt32(list.count))
      writer.append(contentsOf: list)
    }
    return Data(writer.bytes)
  }
}
