#if PostgreSQL
  import Foundation
  import ReportSearch
  import TextAnalysis

  /// Postings from a server.
  ///
  /// The GIN index of grams gives the paragraphs that contain all bigrams of a literal. The folded
  /// text decides which of them contain the literal itself, and where.
  struct PostgreSQLPostings: PostingsSource {
    private let connection: PostgreSQLConnection
    private let isSharded: Bool
    private let attributes: ParagraphAttributes

    /// Creates postings from a connection with an open transaction.
    init(_ connection: PostgreSQLConnection, isSharded: Bool, attributes: ParagraphAttributes) {
      self.connection = connection
      self.isSharded = isSharded
      self.attributes = attributes
    }

    /// Returns a statement whose rows are ordered by id.
    ///
    /// Shards are scanned concurrently only if no order is required. The coordinator then sorts
    /// their rows.
    private func ordered(_ statement: String) -> String {
      isSharded
        ? "SELECT * FROM (\(statement) OFFSET 0) AS found ORDER BY id" : statement + " ORDER BY id"
    }

    func counts(of literal: FoldedText) throws -> MatchList {
      var list = MatchList()
      let count = "(octet_length(folded) - octet_length(replace(folded, ?, ''))) / octet_length(?)"
      // A shard computes a value itself only as an aggregate. Each group is one paragraph.
      let (value, groups) = isSharded ? ("max(\(count))", "GROUP BY id") : (count, "")
      try connection.stream(
        ordered(
          """
          SELECT id, \(value) FROM paragraph_folded
          WHERE grams @> CAST(? AS text[]) AND strpos(folded, ?) > 0 \(groups)
          """),
        [
          .text(literal.string), .text(literal.string), .text(Grams.array(of: literal)),
          .text(literal.string),
        ]
      ) { row in
        list.append(try paragraph(row), matchCount: UInt32(row.integer(1)!))
      }
      return list
    }

    func occurrences(of literal: FoldedText) throws -> MatchList {
      var list = MatchList()
      let length = UInt32(literal.characterCount)
      try connection.stream(
        ordered(
          """
          SELECT id, folded FROM paragraph_folded
          WHERE grams @> CAST(? AS text[]) AND strpos(folded, ?) > 0
          """), [.text(Grams.array(of: literal)), .text(literal.string)]
      ) { row in
        let id = try paragraph(row)
        var end: UInt32 = 0
        row.value(1)!.forEachOccurrence(of: literal.utf8) { place in
          let start = UInt32(place)
          if start < end { list.mayOverlap = true }
          end = start + length
          list.append(FoundMatch(start: start, end: end))
        }
        guard end <= attributes.characterCounts[Int(id)] else { throw Self.damaged(id) }
        list.endKey(id)
      }
      return list
    }

    /// If a literal is interrupted once, one half of it is uninterrupted.
    func candidates(interrupted literal: FoldedText) throws -> [UInt32] {
      let count = literal.characterCount
      guard count > 1 else { return [] }
      let halves = [0..<count / 2, count / 2..<count].map { Grams.array(of: literal.part($0)) }
      var ids: [UInt32] = []
      try connection.stream(
        ordered(
          """
          SELECT id FROM paragraph_folded WHERE grams @> CAST(? AS text[])
            AND (grams @> CAST(? AS text[]) OR grams @> CAST(? AS text[]))
          """),
        [.text(Grams.array(ofCharactersOf: literal)), .text(halves[0]), .text(halves[1])]
      ) { ids.append(try paragraph($0)) }
      return ids
    }

    /// Returns the paragraph id of a row.
    ///
    /// - Throws: A ``DamagedStorage`` if the doc values do not contain the paragraph.
    private func paragraph(_ row: PostgreSQLRow) throws -> UInt32 {
      let id = row.integer(0)!
      guard attributes.reports.indices.contains(id), attributes.reports[id] != 0 else {
        throw Self.damaged(UInt32(clamping: id))
      }
      return UInt32(id)
    }

    private static func damaged(_ id: UInt32) -> DamagedStorage {
      DamagedStorage("the folded text and the attributes of paragraph \(id) differ")
    }
  }

  extension UnsafeRawBufferPointer {
    /// Calls a closure with the character offset (Unicode scalars) of each occurrence of a text,
    /// including overlapping ones. Both texts are UTF-8.
    ///
    /// - Complexity: O(*n*) for text in any natural language.
    func forEachOccurrence(of wanted: [UInt8], _ body: (_ character: Int) -> Void) {
      guard let start = baseAddress else { return }
      var character = 0
      // Bytes 10xxxxxx are not the first of a character.
      for place in 0..<count where self[place] & 0xC0 != 0x80 {
        if self[place] == wanted[0], count - place >= wanted.count,
          memcmp(start + place, wanted, wanted.count) == 0
        {
          body(character)
        }
        character += 1
      }
    }
  }
#endif
