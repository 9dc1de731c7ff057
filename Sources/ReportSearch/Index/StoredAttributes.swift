import Corpus
import Foundation
import Synchronization

/// Attributes that only some queries need, each read when it is first asked for.
final class StoredAttributes: Sendable {
  private struct Read {
    var sections: [UInt8]?
    var headings: [UInt32]?
    var sentenceEnds: PlaceLists?
    var years: ParagraphYears?
    var regions: ParagraphRegions?
    var reports: [UInt32: ReportRecord]?
    var copies: CopyGroups?
  }

  private let read = Mutex(Read())

  /// Gives the columns in the state that a read of the database sees.
  func source(_ db: any IndexSnapshot) -> some AttributeSource {
    Source(columns: self, db: db, texts: ParagraphRows(db, columns: "CAST(text AS BLOB)"))
  }

  private func value<Value: Sendable>(
    _ column: WritableKeyPath<Read, Value?>, _ load: () throws -> Value
  ) rethrows -> Value {
    if let known = read.withLock({ $0[keyPath: column] }) { return known }
    let loaded = try load()
    read.withLock { $0[keyPath: column] = loaded }
    return loaded
  }

  private struct Source: AttributeSource {
    let columns: StoredAttributes
    let db: any IndexSnapshot
    let texts: ParagraphRows

    func sections() throws -> [UInt8] {
      try columns.value(\.sections) {
        var sections = [UInt8](repeating: 0, count: try paragraphIDCount())
        try forEachBlock("sections") { start, data in
          ParagraphAttributes.copy(data, to: &sections, at: start)
        }
        return sections
      }
    }

    func headings() throws -> [UInt32] {
      try columns.value(\.headings) {
        var headings = [UInt32](repeating: 0, count: try paragraphIDCount())
        try forEachBlock("headings") { start, data in
          for (place, distance) in ParagraphBlock.numbers(of: data).enumerated()
          where distance != 0 && start + place < headings.count {
            headings[start + place] = UInt32(start + place) - distance
          }
        }
        return headings
      }
    }

    func sentenceEnds() throws -> PlaceLists {
      try columns.value(\.sentenceEnds) {
        var lists = PlaceLists()
        try forEachList("sentence_ends") { reader, byteCount in
          var end: UInt32 = 0
          let last = reader.place + byteCount
          while reader.place < last {
            end += reader.next()
            lists.append(end)
          }
          lists.endParagraph()
        }
        return lists
      }
    }

    func years() throws -> ParagraphYears {
      try columns.value(\.years) {
        var years = ParagraphYears()
        try forEachList("years") { reader, byteCount in
          var start: UInt32 = 0
          let last = reader.place + byteCount
          while reader.place < last {
            start += reader.next()
            years.starts.append(start)
            years.numbers.append(reader.next())
          }
          years.starts.endParagraph()
        }
        years.values = try values(AttributeValue.years)
        return years
      }
    }

    func regions() throws -> ParagraphRegions {
      try columns.value(\.regions) {
        var regions = ParagraphRegions()
        regions.numbers = [UInt32](repeating: 0, count: try paragraphIDCount())
        try forEachBlock("regions") { start, data in
          for (place, number) in ParagraphBlock.numbers(of: data).enumerated()
          where number != 0 && start + place < regions.numbers.count {
            regions.numbers[start + place] = number
          }
        }
        regions.values = try values(AttributeValue.region)
        return regions
      }
    }

    func reports() throws -> [UInt32: ReportRecord] {
      try columns.value(\.reports) {
        var paths: [Int: [String]] = [:]
        try db.fetchEach("SELECT source, path FROM source_file ORDER BY path", []) { row in
          paths[row[0], default: []].append(row[1])
        }
        var reports: [UInt32: ReportRecord] = [:]
        try db.fetchEach(
          """
          SELECT id, identifier, CAST(title AS BLOB), year, year_basis, doc_type, issuer,
            region_code, region_name, region_basis, publish_date, source, part
          FROM report
          """, []
        ) { row in
          reports[row[0]] = ReportRecord(
            identifier: row[1], title: String(decoding: row[2] as Data, as: UTF8.self),
            year: ReportYear(year: row[3], basis: ReportYear.Basis(rawValue: row[4])!),
            documentType: DocumentType(rawValue: row[5])!, issuer: row[6],
            region: Region(
              code: row[7], name: row[8], basis: Region.Basis(rawValue: row[9])!),
            publishDate: row[10], paths: paths[row[11]] ?? [], part: row[12])
        }
        return reports
      }
    }

    func copies(of attributes: ParagraphAttributes) throws -> CopyGroups {
      try columns.value(\.copies) {
        let stored = try CopyGroupTable.groups(paragraphIDCount: paragraphIDCount(), in: db)
        return try CopyGroups(of: stored, attributes: attributes, reports: reports)
      }
    }

    func text(ofParagraph id: UInt32) throws -> String {
      String(decoding: try texts.row(Int(id))[0] as Data, as: UTF8.self)
    }

    func expectTexts(ofParagraphs ids: [UInt32]) { texts.expect(ids) }

    private func paragraphIDCount() throws -> Int {
      try Schema.number(.nextParagraph, in: db) ?? 1
    }

    private func forEachBlock(
      _ column: String, _ body: (_ start: Int, _ data: Data) throws -> Void
    ) throws {
      try db.fetchEach("SELECT block, \(column) FROM paragraph_attributes ORDER BY block", []) {
        row in
        try body((row[0] as Int) * ParagraphAttributes.blockSize, row[1])
      }
    }

    /// Calls a closure for each paragraph id in turn with its list, empty where nothing is stored.
    private func forEachList(
      _ column: String, _ body: (_ reader: inout VariableLengthReader, _ byteCount: Int) -> Void
    ) throws {
      let count = try paragraphIDCount()
      var next = 0
      func fill(to end: Int) {
        var nothing = VariableLengthReader(UnsafeRawBufferPointer(start: nil, count: 0))
        while next < end {
          body(&nothing, 0)
          next += 1
        }
      }
      try forEachBlock(column) { start, data in
        fill(to: min(start, count))
        data.withUnsafeBytes { bytes in
          var reader = VariableLengthReader(bytes)
          let end = min(start + ParagraphAttributes.blockSize, count)
          while next < end {
            let byteCount = Int(reader.next())
            body(&reader, byteCount)
            next += 1
          }
        }
      }
      fill(to: count)
    }

    /// What the numbers of values mean, by the numbers.
    private func values<Value>(_ value: (String) -> Value?) throws -> [Value?] {
      var values: [Value?] = [nil]
      values += try db.fetchAll("SELECT value FROM attribute_value ORDER BY id") { value($0[0]) }
      return values
    }
  }
}
