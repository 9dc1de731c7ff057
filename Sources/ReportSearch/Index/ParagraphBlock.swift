import Foundation

/// The attributes of 4,096 paragraphs as the columns of one row.
///
/// The first four are arrays of little-endian numbers of four, four, one and one byte, the others
/// ``VariableLengthNumbers``: of headings and regions one a paragraph, of sentences and years the number
/// of bytes and then these.
enum ParagraphBlock {
  /// Returns the columns.
  static func columns(of records: [ParagraphRecord]) -> [Data] {
    [
      data(records.map(\.characterCount)), data(records.map(\.report)), data(records.map(\.kind)),
      data(records.map(\.section)), numbers(records.map(\.headingDistance)),
      numbers(records.map(\.region)), lists(records.map(\.sentenceEnds)),
      lists(records.map(\.years)),
    ]
  }

  /// Returns the attributes that columns hold.
  static func records(of columns: [Data]) -> [ParagraphRecord] {
    var records = [ParagraphRecord](
      repeating: ParagraphRecord(), count: ParagraphAttributes.blockSize)
    let counts = array(columns[0], of: UInt32.self)
    let reports = array(columns[1], of: UInt32.self)
    for place in records.indices {
      records[place].characterCount = counts[place]
      records[place].report = reports[place]
      records[place].kind = columns[2][columns[2].startIndex + place]
      records[place].section = columns[3][columns[3].startIndex + place]
    }
    let headings = numbers(of: columns[4])
    let regions = numbers(of: columns[5])
    let sentenceEnds = lists(of: columns[6])
    let years = lists(of: columns[7])
    for place in records.indices {
      records[place].headingDistance = headings[place]
      records[place].region = regions[place]
      records[place].sentenceEnds = sentenceEnds[place]
      records[place].years = years[place]
    }
    return records
  }

  /// Returns one number a paragraph.
  static func numbers(of data: Data) -> [UInt32] {
    data.withUnsafeBytes { bytes in
      var reader = VariableLengthReader(bytes)
      return (0..<ParagraphAttributes.blockSize).map { _ in reader.next() }
    }
  }

  /// Returns one list a paragraph.
  static func lists(of data: Data) -> [[UInt8]] {
    data.withUnsafeBytes { bytes in
      var reader = VariableLengthReader(bytes)
      return (0..<ParagraphAttributes.blockSize).map { _ in reader.nextBytes() }
    }
  }

  private static func data<Number: FixedWidthInteger>(_ numbers: [Number]) -> Data {
    numbers.withUnsafeBytes { Data($0) }
  }

  private static func array<Number: FixedWidthInteger>(
    _ data: Data, of type: Number.Type
  ) -> [Number] {
    var numbers = [Number](repeating: 0, count: ParagraphAttributes.blockSize)
    _ = numbers.withUnsafeMutableBytes { data.copyBytes(to: $0) }
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
