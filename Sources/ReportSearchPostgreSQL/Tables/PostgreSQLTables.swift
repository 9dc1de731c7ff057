#if PostgreSQL
  import ReportSearch
  import TextAnalysis

  /// Write access to the tables of an index on a server, in a transaction.
  struct PostgreSQLTables: TableWriter {
    let connection: PostgreSQLConnection

    func fetchEach(
      _ sql: String, _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void
    ) throws {
      try fetchRows(sql, arguments).forEach(body)
    }

    func fetchRows(_ sql: String, _ arguments: [StoredArgument]) throws -> [any TableRow] {
      try connection.ask(sql, PostgreSQLArguments(arguments))?.rows ?? []
    }

    func execute(_ sql: String, _ arguments: [StoredArgument]) throws {
      try connection.post(sql, PostgreSQLArguments(arguments))
    }

    func prepare(_ sql: String) -> any TableStatement { Statement(tables: self, sql: sql) }

    private struct Statement: TableStatement {
      let tables: PostgreSQLTables
      let sql: String

      func execute(_ arguments: [StoredArgument]) throws { try tables.execute(sql, arguments) }

      func forEachRow(
        _ arguments: [StoredArgument], _ body: (any TableRow) throws -> Void
      ) throws {
        try tables.fetchEach(sql, arguments, body)
      }

      func forEachRow(
        ofEach arguments: [[StoredArgument]],
        _ body: (_ place: Int, any TableRow) throws -> Void
      ) throws {
        try tables.connection.askEach(sql, arguments.map(PostgreSQLArguments.init)) {
          place, result in
          for row in result.rows { try body(place, row) }
        }
      }
    }
  }

  /// Writes the folded texts of paragraphs and their grams.
  final class PostgreSQLPostingsWriter: PostingsWriter {
    private let connection: PostgreSQLConnection
    private let grams = Grams()
    private var last = Grams.FoldedParagraph()

    init(_ connection: PostgreSQLConnection) { self.connection = connection }

    func add(_ text: String, ofParagraph id: Int) throws -> Int {
      fold(text)
      var arguments = try PostgreSQLArguments([.integer(id)])
      arguments.append(binary: last.folded)
      arguments.append(binary: Grams.binaryArray(of: last.grams))
      try connection.post(
        "INSERT INTO paragraph_folded(id, folded, grams) VALUES (?, ?, ?)", arguments)
      return last.characterCount
    }

    func remove(_ text: String, ofParagraph id: Int) throws -> Int {
      fold(text)
      try connection.post(
        "DELETE FROM paragraph_folded WHERE id = ?", PostgreSQLArguments([.integer(id)]))
      return last.characterCount
    }

    func withLastFoldedText<Value>(
      _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
    ) rethrows -> Value {
      try last.folded.withUnsafeBufferPointer(body)
    }

    private func fold(_ text: String) {
      var text = text
      last = text.withUTF8(grams.fold)
    }
  }
#endif
