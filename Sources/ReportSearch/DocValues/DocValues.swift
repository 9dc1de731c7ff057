import Corpus
import Foundation
import TextAnalysis

/// The doc values of paragraphs and reports in a snapshot. Those that every query needs are in
/// memory; the others are loaded at first use.
///
/// Values that contradict ``attributes`` are reported as corruption, so that callers can use them
/// as array indices unchecked.
struct DocValues {
  /// The doc values that every query needs.
  let attributes: ParagraphAttributes
  private let stored: StoredAttributes
  private let db: any IndexSnapshot
  private let texts: ParagraphRows

  /// Creates doc values from those of the snapshot and from the container of those that were loaded
  /// from the same state before.
  init(attributes: ParagraphAttributes, stored: StoredAttributes, db: any IndexSnapshot) {
    self.attributes = attributes
    self.stored = stored
    self.db = db
    texts = ParagraphRows(db, columns: "CAST(text AS BLOB)")
  }

  /// The section kind of each paragraph, by id, as an index in `SectionKind.allCases`.
  func sections() throws -> [UInt8] {
    try stored.value(\.sections) {
      var sections = [UInt8](repeating: 0, count: paragraphIDCount)
      try forEachBlock("sections") { start, data in
        try ParagraphAttributes.copy(data, to: &sections, at: start)
      }
      try check(sections, "section") { $1 < SectionKind.allCases.count }
      return sections
    }
  }

  /// The id of the heading of each paragraph, by paragraph id; 0 for none.
  func headings() throws -> [UInt32] {
    try stored.value(\.headings) {
      var headings = [UInt32](repeating: 0, count: paragraphIDCount)
      try forEachBlock("headings") { start, data in
        for (place, distance) in try ParagraphBlock.numbers(of: data).enumerated()
        where distance != 0 && start + place < headings.count {
          headings[start + place] = UInt32(start + place) &- distance
        }
      }
      // A heading precedes its paragraphs and is in the same report.
      let reports = attributes.reports
      try check(headings, "heading") { id, heading in
        heading == 0 || heading < id && reports[Int(heading)] == reports[id]
      }
      return headings
    }
  }

  /// The ends of each paragraph's sentences except for the last, in folded characters.
  func sentenceEnds() throws -> PlaceLists {
    try stored.value(\.sentenceEnds) {
      var lists = PlaceLists()
      try forEachList("sentence_ends") { id, reader, byteCount in
        try forEachPlace(ofParagraph: id, &reader, byteCount, "sentence_ends") { end, _ in
          lists.append(end)
        }
        lists.endParagraph()
      }
      return lists
    }
  }

  /// The year spans of each paragraph.
  func years() throws -> ParagraphYears {
    try stored.value(\.years) {
      var years = ParagraphYears()
      years.values = try values(AttributeValue.years)
      try forEachList("years") { id, reader, byteCount in
        try forEachPlace(ofParagraph: id, &reader, byteCount, "years") { start, reader in
          years.starts.append(start)
          years.numbers.append(reader.next())
        }
        years.starts.endParagraph()
      }
      try check(years.numbers, "years") { isNumber($1, of: years.values) }
      return years
    }
  }

  /// The regions of the paragraphs whose region differs from their report's.
  func regions() throws -> ParagraphRegions {
    try stored.value(\.regions) {
      var regions = ParagraphRegions()
      regions.numbers = [UInt32](repeating: 0, count: paragraphIDCount)
      try forEachBlock("regions") { start, data in
        for (place, number) in try ParagraphBlock.numbers(of: data).enumerated()
        where number != 0 && start + place < regions.numbers.count {
          regions.numbers[start + place] = number
        }
      }
      regions.values = try values(AttributeValue.region)
      try check(regions.numbers, "region") { isNumber($1, of: regions.values) }
      return regions
    }
  }

  /// The reports, by id.
  func reports() throws -> [UInt32: ReportRecord] {
    try stored.value(\.reports) {
      var paths: [Int: [String]] = [:]
      try db.fetchEach("SELECT source, path FROM source_file ORDER BY path", []) { row in
        let stored = StoredRow(row, of: "source_file")
        paths[try stored[0], default: []].append(try stored[1])
      }
      var reports: [UInt32: ReportRecord] = [:]
      try db.fetchEach(
        """
        SELECT id, identifier, CAST(title AS BLOB), year, year_basis, doc_type, issuer,
          region_code, region_name, region_basis, publish_date, source, part
        FROM report
        """, []
      ) { row in
        let row = StoredRow(row, of: "report")
        reports[try row[0]] = ReportRecord(
          identifier: try row[1], title: try row.text(2),
          year: ReportYear(year: try row[3], basis: try row[4]), documentType: try row[5],
          issuer: try row[6],
          region: Region(code: try row[7], name: try row[8], basis: try row[9]),
          publishDate: try row[10], paths: paths[try row[11]] ?? [], part: try row[12])
      }
      var last: UInt32 = 0
      for report in attributes.reports where report != last {
        guard report == 0 || reports[report] != nil else {
          throw DamagedStorage("report \(report) is missing")
        }
        last = report
      }
      return reports
    }
  }

  /// The groups of near-duplicates.
  func copies() throws -> CopyGroups {
    try stored.value(\.copies) {
      let stored = try CopyGroupTable.groups(paragraphIDCount: paragraphIDCount, in: db)
      try check(stored, "group of copies") { $1 == 0 || attributes.reports[$0] != 0 }
      return try CopyGroups(of: stored, attributes: attributes, reports: reports)
    }
  }

  /// The fields by which questions are answered.
  func answerFields() throws -> AnswerFields {
    try stored.value(\.answerFields) { try AnswerFields(attributes: attributes, columns: self) }
  }

  /// Returns the text of a paragraph.
  func text(ofParagraph id: UInt32) throws -> String {
    try StoredRow(texts.row(Int(id)), of: "paragraph", Int(id)).text(0)
  }

  /// Announces the texts that will be requested next, in this order, so that they can be fetched
  /// together.
  func expectTexts(ofParagraphs ids: [UInt32]) { texts.expect(ids) }

  /// Returns the text of a paragraph and its folded form.
  ///
  /// - Throws: A ``DamagedStorage`` if the folded length differs from the doc values.
  func foldedText(ofParagraph id: UInt32) throws -> (text: String, folded: FoldedText) {
    let text = try text(ofParagraph: id)
    let folded = FoldedText(text)
    guard folded.characterCount == attributes.characterCounts[Int(id)] else {
      throw DamagedStorage("paragraph \(id): text")
    }
    return (text, folded)
  }

  private var paragraphIDCount: Int { attributes.reports.count }

  /// Throws a ``DamagedStorage`` for the first number that does not satisfy a condition. `place` is
  /// the index of the number.
  private func check<Number>(
    _ numbers: [Number], _ name: String, _ canBe: (_ place: Int, Number) -> Bool
  ) throws {
    for (place, number) in numbers.enumerated() where !canBe(place, number) {
      throw DamagedStorage("\(name) \(number) (\(place))")
    }
  }

  private func isNumber<Value>(_ number: UInt32, of values: [Value?]) -> Bool {
    number == 0 || number < values.count && values[Int(number)] != nil
  }

  /// Calls a closure with each position in a paragraph's delta-encoded list, in folded characters.
  private func forEachPlace(
    ofParagraph id: Int, _ reader: inout VariableLengthReader, _ byteCount: Int, _ name: String,
    _ body: (UInt32, inout VariableLengthReader) -> Void
  ) throws {
    var place: UInt32 = 0
    let last = reader.place + byteCount
    while reader.place < last {
      let (sum, isTooFar) = place.addingReportingOverflow(reader.next())
      guard !isTooFar, sum <= attributes.characterCounts[id] else {
        throw DamagedStorage("\(name) of paragraph \(id)")
      }
      place = sum
      body(place, &reader)
    }
  }

  private func forEachBlock(
    _ column: String, _ body: (_ start: Int, _ data: Data) throws -> Void
  ) throws {
    try db.fetchEach("SELECT block, \(column) FROM paragraph_attributes ORDER BY block", []) {
      row in
      let stored = StoredRow(row, of: "paragraph_attributes")
      let block: Int = try stored[0]
      // The number of blocks must be that of ``attributes``.
      guard 0...paragraphIDCount / ParagraphAttributes.blockSize ~= block else {
        throw stored.damage(in: 0)
      }
      try body(block * ParagraphAttributes.blockSize, try stored[1])
    }
  }

  /// Calls a closure for each paragraph id in ascending order with its byte string, which is empty
  /// if nothing is stored.
  private func forEachList(
    _ column: String,
    _ body: (_ id: Int, _ reader: inout VariableLengthReader, _ byteCount: Int) throws -> Void
  ) throws {
    let count = paragraphIDCount
    var next = 0
    try forEachBlock(column) { start, data in
      try data.withUnsafeBytes { bytes in
        var reader = VariableLengthReader(bytes)
        let end = min(start + ParagraphAttributes.blockSize, count)
        while next < end {
          let byteCount = Int(reader.next())
          let listEnd = reader.place + byteCount
          try body(next, &reader, byteCount)
          guard reader.place == listEnd else {
            throw DamagedStorage("\(column) of paragraph \(next)")
          }
          next += 1
        }
      }
    }
    // An index that never contained a paragraph has no blocks.
    while next < count {
      var nothing = VariableLengthReader(UnsafeRawBufferPointer(start: nil, count: 0))
      try body(next, &nothing, 0)
      next += 1
    }
  }

  /// Returns the shared values by number. Number 0 and values of another kind are `nil`.
  private func values<Value>(_ value: (String) -> Value?) throws -> [Value?] {
    var values: [Value?] = [nil]
    try db.fetchEach("SELECT id, value FROM attribute_value ORDER BY id", []) { row in
      let row = StoredRow(row, of: "attribute_value")
      guard try row[0] == values.count else { throw row.damage(in: 0) }
      values.append(value(try row[1]))
    }
    return values
  }
}
